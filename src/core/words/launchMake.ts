import type { Locale } from '../model';

/** Why no script can be made from a template as asked. */
export type MakeReason =
  | { code: 'no-product' | 'no-offer' | 'no-feeds' | 'feed-gone' | 'segment-gone' | 'no-channel' | 'far' }
  | { code: 'timezone'; timezone: string };

const sentences = (reason: MakeReason): Record<Locale, string> => {
  switch (reason.code) {
    case 'no-product':
      return { zh: '找不到这个商品，请重新选择。', en: 'There is no such product. Choose again.' };
    case 'no-offer':
      return { zh: '找不到这个优惠，请重新选择。', en: 'There is no such offer. Choose again.' };
    case 'no-feeds':
      return { zh: '请至少选一个账号组。', en: 'Choose at least one feed.' };
    case 'feed-gone':
      return {
        zh: '有一个账号组已经不存在，请重新选择。',
        en: 'A chosen feed no longer exists. Choose again.',
      };
    case 'segment-gone':
      return {
        zh: '有一个人群标签已经不存在，请重新选择。',
        en: 'A chosen segment no longer exists. Choose again.',
      };
    case 'no-channel':
      return {
        zh: '模板里的步骤都不发到所选账号组的渠道，请再选别的账号组。',
        en: 'No step of the template goes to the channels of the chosen feeds. Choose other feeds too.',
      };
    case 'far':
      return {
        zh: '开售时间离现在超过两年，请检查年份。',
        en: 'The launch is more than two years away. Check the year.',
      };
    case 'timezone':
      return {
        zh: `不认识时区「${reason.timezone}」，请写成 Asia/Shanghai 这样的名称。`,
        en: `The time zone “${reason.timezone}” is unknown. Write a name like Asia/Shanghai.`,
      };
  }
};

export const makeSentence = (reason: MakeReason, locale: Locale): string => sentences(reason)[locale];
