import type { Locale } from '../model';

/** Sentences that Payload has in English alone. */
const known: [RegExp, string][] = [
  [/^The following paths? cannot be queried: (.*)$/s, '不能按「$1」查询：没有这个字段，或者您看不到它。'],
  [/^.* is not allowed as a JSON query value$/s, '查询里的值不合适。'],
  [/^Multipart (request size )?limit has been reached$/, '表单太大，或者字段、文件太多：一次上传一个文件。'],
  [/^(A file name is required|Invalid filename)\.?$/, '文件名不合适，请改名后再上传。'],
  [
    /^(A verified client upload reference is required|Client upload reference does not match this request|Invalid upload collection)\.$/,
    '请直接上传文件，不能只写文件的名字或地址。',
  ],
  [/^Token is either invalid or has expired\.$/, '这个链接无效或已过期，请重新申请。'],
  [/^Missing (username|email)\.$/, '请填写登录名或邮箱。'],
  [/^No User$/, '没有登录，不用退出。'],
  [/^Invalid JSON$/, '请求的内容不是有效的 JSON。'],
];

/** What Payload said, for the reader; as it came where it is not one of those. */
export function sayPayload(message: string, locale: Locale): string {
  if (locale === 'en') return message;
  const found = known.find(([sentence]) => sentence.test(message));
  return found ? message.replace(found[0], found[1]) : message;
}
