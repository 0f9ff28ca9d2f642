import type { Locale } from '../model';
import type { Profile } from '../reasons';
import type { Segments } from './draft';

const nobody: Record<Locale, string> = { zh: '没有任何标签的客户', en: 'a customer without tags' };

/** 「新用户 × 母婴」: names in the order of the team's list of segments; unknown ones by their id. */
export const describeProfile = (profile: Profile, segments: Segments, locale: Locale): string => {
  if (profile.length === 0) return nobody[locale];
  const order = new Map([...segments.keys()].map((id, i) => [id, i]));
  const place = (id: Profile[number]): number => order.get(id) ?? order.size;
  return [...profile]
    .sort((a, b) => place(a) - place(b))
    .map((id) => segments.get(id)?.name ?? id)
    .join(' × ');
};
