import type { Locale } from '../model';

/** What is wrong with a value that came from outside, for the person who sent it. */
const zh = {
  text: '要填文字。',
  blank: '不能只有空格。',
  textSigns: '里面有不能保存的字符，请删掉后重新输入。',
  choice: '只能选给出的选项。',
  choices: '要是一个列表，每项都是给出的选项。',
  number: '要填数字。',
  yesNo: '要填 true 或 false。',
  date: '时间要写成 2026-11-22T20:00:00+08:00 这样，年份在 1900 到 2999 之间。',
  reference: '要填一个编号，照系统给出的写（数字不加引号）。',
  references: '列表里的每一项都要是编号，照系统给出的写（数字不加引号）。',
  gone: (ids: string): string => `找不到 ${ids}，可能已经删除，请重新选择。`,
  group: '要是一个对象，不能为空值。',
  rows: '要是一个列表，每一项都是对象。',
  tooMany: (most: number, given: number): string => `最多 ${most} 项，现在有 ${given} 项，请去掉一些。`,
  body: '请求的内容要是一个 JSON 对象（Content-Type: application/json）。',
  failed: '服务器出错了，这次没有做成。请稍后再试；还是这样的话，请告诉管理员。',
};

const en: typeof zh = {
  text: 'must be text.',
  blank: 'must not be blank.',
  textSigns: 'contains characters that cannot be stored; please remove them and type it again.',
  choice: 'must be one of the choices.',
  choices: 'must be a list of the choices.',
  number: 'must be a number.',
  yesNo: 'must be true or false.',
  date: 'must be a time like 2026-11-22T20:00:00+08:00, in a year from 1900 to 2999.',
  reference: 'must be one id as it was given (a number without quotes).',
  references: 'must be a list of ids as they were given (numbers without quotes).',
  gone: (ids) => `${ids} cannot be found; it may have been deleted. Please choose again.`,
  group: 'must be an object, not null.',
  rows: 'must be a list of objects.',
  tooMany: (most, given) => `may have ${most} entries at most, and has ${given}; please take some out.`,
  body: 'The body of the request must be a JSON object (Content-Type: application/json).',
  failed:
    'Something went wrong on the server and this was not done. Try again later, or tell an administrator.',
};

export const valueWords: Record<Locale, typeof zh> = { zh, en };
export type ValueWords = typeof zh;
