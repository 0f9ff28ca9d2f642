import type { Locale } from '../model';

const words = {
  wallTime: { zh: '请写成 22:00 这样的时间。', en: 'Write a time like 22:00.' },
  digestTime: {
    zh: '请写成 09:00 这样的时间，在 07:30 到 22:00 之间，夜里不发汇总。',
    en: 'Write a time like 09:00, from 07:30 to before 22:00: none is sent at night.',
  },
  timeZone: {
    zh: '不认识这个时区，请写成 Asia/Shanghai 这样的名称。',
    en: 'Unknown time zone. Write a name like Asia/Shanghai.',
  },
  wholeNumber: { zh: '请填整数。', en: 'Write a whole number.' },
  key: {
    zh: '代号只能用小写字母、数字和连字符，例如 new-customer。',
    en: 'A key has lower-case letters, digits and hyphens only, for example new-customer.',
  },
  link: {
    zh: '链接要以 https:// 或 http:// 开头。',
    en: 'A link begins with https:// or http://.',
  },
  placeFixed: {
    zh: '这个账号组已经下发过内容，客户池和时区不能再改。可以新建一个账号组。',
    en: 'This feed has released already, so its pool and time zone are fixed. Make a new feed instead.',
  },
  daysFixed: {
    zh: '这个客户池已经下发过内容，时区不能再改。可以新建一个客户池。',
    en: 'This pool has released already, so its time zone is fixed. Make a new pool instead.',
  },
  inUse: {
    zh: '还有内容或设置在用它，不能删除。可以先停用，或从那里去掉。',
    en: 'Posts or settings still use it, so it cannot be deleted. Deactivate it, or take it out there first.',
  },
} satisfies Record<string, Record<Locale, string>>;

/** Sentences of field checks. */
export const sentence = (name: keyof typeof words, locale: Locale): string => words[name][locale];
