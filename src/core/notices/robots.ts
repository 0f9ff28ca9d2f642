/** Messages of group robots, as WeCom and DingTalk document them. Sources: developer.work.weixin.qq.com/document/path/91770, open.dingtalk.com (custom robot). */

/** WeCom refuses a longer `markdown.content`. Bytes of UTF-8. */
export const wecomBytes = 4096;
/** DingTalk refuses a longer body; some is left for what stands around the text. */
export const dingtalkBytes = 18_000;

export interface RobotWords {
  subject: string;
  text: string;
  /** Whole addresses open from the group; a path alone is shown. */
  link: { label: string; address: string } | null;
}

const bytesOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

const size = (text: string): number => {
  let sum = 0;
  for (const sign of text) sum += bytesOf(sign.codePointAt(0) ?? 0);
  return sum;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What fits of a text, in whole lines where that loses little, else in whole characters; an ellipsis says that more was there. */
export function cutToBytes(text: string, most: number): string {
  if (size(text) <= most) return text;
  const room = most - size('…');
  let cut = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += size(segment);
    if (used > room) break;
    cut += segment;
  }
  const end = cut.lastIndexOf('\n');
  return `${end > cut.length / 2 ? cut.slice(0, end + 1) : cut}…`;
}

const harmless: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '｀',
  '#': '＃',
};

/** What people typed, in signs that look the same and format nothing: no link, no call of a whole group. */
const plain = (text: string): string => text.replace(/[<>[\]*`#]/g, (sign) => harmless[sign] ?? sign);

const linkOf = ({ link }: RobotWords, isWhole: boolean): string => {
  if (!link) return '';
  return isWhole ? `\n\n[${link.label}](${link.address})` : `\n\n${link.label}: ${link.address}`;
};

const isWholeAddress = (address: string): boolean => /^https?:\/\/[^\s()]+$/.test(address);

function content(words: RobotWords, most: number, gap: string): string {
  const tail = linkOf(words, isWholeAddress(words.link?.address ?? ''));
  const body = plain(words.text).replaceAll('\n', gap);
  return `${cutToBytes(`**${plain(words.subject)}**\n\n${body}`, most - size(tail))}${tail}`;
}

export const wecomMessage = (words: RobotWords) => ({
  msgtype: 'markdown' as const,
  markdown: { content: content(words, wecomBytes, '\n') },
});

/** In DingTalk's markdown one line break is none. */
export const dingtalkMessage = (words: RobotWords) => ({
  msgtype: 'markdown' as const,
  markdown: { title: cutToBytes(plain(words.subject), 120), text: content(words, dingtalkBytes, '\n\n') },
});
