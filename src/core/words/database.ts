/** What people are told when the database cannot take a change. */
export const databaseWords = {
  unavailable: {
    zh: '暂时存不进去，刚才的改动没有保存。请稍后再试；一直这样请告诉管理员检查磁盘和数据库。',
    en: 'The database takes no changes right now, so yours was not saved. Try again in a moment; if it stays so, an admin should look at the disk and the database.',
  },
} as const;
