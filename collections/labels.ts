import type { CollectionConfig, LabelFunction, StaticLabel } from 'payload';
import { localeOfLanguage } from '@/core/words/admin';

/** A label in both languages of the product; Payload picks by the reader's language. */
export const both = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

type Option<V extends string> = { value: V; label: { zh: string; en: string } };

/** Select options from a closed vocabulary; a missing word is a type error. */
export const options = <V extends string>(words: Record<V, { zh: string; en: string }>): Option<V>[] =>
  (Object.entries(words) as [V, { zh: string; en: string }][]).map(([value, label]) => ({ value, label }));

export const groups = {
  content: both('内容', 'Content'),
  planning: both('计划', 'Planning'),
  audience: both('人群与账号', 'Audience and feeds'),
  goods: both('商品', 'Products'),
  team: both('团队', 'Team'),
  records: both('记录', 'Records'),
};

const spoken =
  (label: LabelFunction | StaticLabel): LabelFunction =>
  ({ i18n, t }) => {
    if (typeof label === 'function') return label({ i18n, t });
    return typeof label === 'string' ? label : (label[localeOfLanguage(i18n.language)] ?? '');
  };

/** Payload puts the name of a collection into some sentences as it stands, where an object is 「[object Object]」. */
export const inOneLanguage = (collection: CollectionConfig): CollectionConfig => {
  const { singular, plural } = collection.labels ?? {};
  if (!singular || !plural) return collection;
  return { ...collection, labels: { singular: spoken(singular), plural: spoken(plural) } };
};

/** Beside each form stands a tab of its JSON; who writes programs asks the API itself. */
export const withoutApiTab = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hideAPIURL: true },
});
