/** What people are told when the database cannot take a change, or has taken it and not yet what follows from it. */
export const databaseWords = {
  unavailable: {
    zh: '暂时存不进去，刚才的改动没有保存。请稍后再试；一直这样请告诉管理员检查磁盘和数据库。',
    en: 'The database takes no changes right now, so yours was not saved. Try again in a moment; if it stays so, an admin should look at the disk and the database.',
  },
  notInLog: {
    zh: '已保存。但下发记录暂时写不进去：这一刻正要下发的，可能还会按改动前的样子出去；下一轮排期会先补上这次改动。请过一会儿刷新，看看有没有多发；一直这样请告诉管理员检查磁盘和数据库。',
    en: 'Saved. But the release log takes no entries right now: what was about to go out at this very moment may still go out as it was before; the next pass of the scheduler takes your change up first. Look again in a moment whether something went out; if it stays so, an admin should look at the disk and the database.',
  },
} as const;
