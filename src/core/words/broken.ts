import type { Locale } from '../model';

/** Stands on a post that no pass can make sense of. */
export const brokenSentence: Record<Locale, string> = {
  zh: '这条内容用到的资料有一处读不出来（例如账号组的时区不对），暂时不能下发。请检查账号组、人群标签和素材；修好后会自动继续。',
  en: 'Something that this post uses cannot be read (the timezone of a feed, for example), so it is not released. Check its feeds, segments and media; it goes on by itself once that is mended.',
};
