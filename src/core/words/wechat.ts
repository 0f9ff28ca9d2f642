/** The words of WeChat's own screen for who may see a post; the desk and the admin say the same. */
import type { Audience, Locale } from '../model';

export interface Tag {
  name: string;
  wechatTag: string;
}

export const whoSees: Record<Locale, string> = { zh: '谁可以看', en: 'Visible To' };

export const visibilityNames: Record<Locale, Record<Audience['visibility'], string>> = {
  zh: { everyone: '公开', only: '部分可见', except: '不给谁看' },
  en: { everyone: 'Public', only: 'Share List', except: "Don't Share List" },
};

export const tagNames = (tags: readonly Tag[], locale: Locale): string =>
  tags
    .map(({ name, wechatTag }) => (locale === 'zh' ? `「${wechatTag || name}」` : `"${wechatTag || name}"`))
    .join(locale === 'zh' ? '' : ', ');

/** 「部分可见 → 「A1新客」」 in one line. */
export const audienceLine = (
  visibility: Audience['visibility'],
  tags: readonly Tag[],
  locale: Locale,
): string => {
  const name = visibilityNames[locale][visibility];
  return visibility === 'everyone' ? name : `${name} → ${tagNames(tags, locale)}`;
};
