import type { PhaseKey } from '../launch/phases';
import type { Locale } from '../model';

export const phaseLabels: Record<PhaseKey, Record<Locale, string>> = {
  tease: { zh: '引发兴趣', en: 'Tease' },
  showcase: { zh: '展示亮点价值', en: 'Showcase' },
  interact: { zh: '福利互动', en: 'Interact' },
  'on-sale': { zh: '商品开售', en: 'On sale' },
  momentum: { zh: '营造氛围', en: 'Momentum' },
  review: { zh: '结束复盘', en: 'Review' },
};

interface NamedPhase {
  key?: string;
  name?: string;
  nameEn?: string;
}

/** What a phase is called: by its own name, else by that of its kind. */
export const phaseName = ({ key, name, nameEn }: NamedPhase, locale: Locale): string =>
  (locale === 'en' ? nameEn || name : name) ||
  (key && key in phaseLabels ? phaseLabels[key as PhaseKey][locale] : '');
