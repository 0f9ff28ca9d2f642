import type { Slug } from '@collections/slugs';

/**
 * The inputs of the plan and of the hashes: which fields, when changed, void decisions made before.
 * `all`: every field. Posts and approvals are not here: their use cases record their own fences.
 */
export const planInputs: Partial<Record<Slug, readonly string[] | 'all'>> = {
  'cap-rules': 'all',
  feeds: ['name', 'channel', 'timezone', 'pool', 'overlap', 'leadMinutes', 'quietHours', 'targets', 'active'],
  pools: ['timezone'],
  segments: ['name', 'dimension', 'wechatTag'],
  'segment-dimensions': ['exclusive', 'changes'],
  products: ['name', 'price', 'link'],
  offers: ['name', 'code'],
  media: ['sha256', 'alt'],
  'launch-scripts': ['name', 'status', 'launchAt', 'timezone'],
};

/** Fields of the settings with the same effect. */
export const settingsInputs = ['graceMinutes', 'deferDays', 'stopped'] as const;

/** Where posts name a document of these collections: whose approvals its change may void. */
export const namedIn: Partial<Record<Slug, readonly string[]>> = {
  feeds: ['feeds'],
  segments: ['audience.segments', 'variants.segments'],
  products: ['product'],
  offers: ['offer'],
  media: ['images', 'video', 'variants.images'],
  'launch-scripts': ['launchScript'],
};

/** Collections of which launch scripts show names: their approvals are bound to those. */
export const namedByScripts: ReadonlySet<Slug> = new Set<Slug>(['cap-rules', 'feeds', 'products', 'offers']);

export const changed = (
  fields: readonly string[],
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown>,
): boolean =>
  fields.some((field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after[field] ?? null));
