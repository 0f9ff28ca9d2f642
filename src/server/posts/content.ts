import type { PostContent } from '@/core/approval/content';
import type { Audience, FeedId, Instant, PostId, SegmentId } from '@/core/model';

type Row = Record<string, unknown>;

/** The id of a relationship, populated or not, as text. */
export const idOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object' && 'id' in value) return String(value.id);
  return String(value);
};

export const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(idOf).filter((id): id is string => id !== null) : [];

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An instant as a row has it. */
export const isoOf = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

export const instantOf = (value: unknown): Instant | null => {
  if (value instanceof Date) return value.getTime();
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
};

export const commentsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((item) => text((item as Row).text)).filter(Boolean) : [];

const audienceOf = (value: unknown): Audience => {
  const { visibility, segments } = (value ?? {}) as Row;
  if (visibility !== 'only' && visibility !== 'except') return { visibility: 'everyone' };
  return { visibility, segments: idsOf(segments) as SegmentId[] };
};

/** A row of `posts`, as the database or a hook has it, in the core's words. */
export function contentOf(row: Row): PostContent {
  const variants = Array.isArray(row.variants) ? (row.variants as Row[]) : [];
  return {
    id: String(row.id) as PostId,
    title: text(row.title),
    kind: row.kind as PostContent['kind'],
    body: text(row.body),
    guidance: text(row.guidance),
    copyMode: row.copyMode === 'example' ? 'example' : 'exact',
    dayBound: row.dayBound === true,
    firstComments: commentsOf(row.firstComments),
    images: idsOf(row.images),
    video: idOf(row.video),
    link: text(row.link),
    linkTitle: text(row.linkTitle),
    product: idOf(row.product),
    offer: idOf(row.offer),
    feeds: [...new Set(idsOf(row.feeds))] as FeedId[],
    audience: audienceOf(row.audience),
    variants: variants.map((variant) => ({
      key: text(variant.key),
      segments: idsOf(variant.segments) as SegmentId[],
      body: text(variant.body),
      images: idsOf(variant.images),
      firstComments: commentsOf(variant.firstComments),
    })),
    scheduledAt: instantOf(row.scheduledAt),
    expiresAt: instantOf(row.expiresAt),
    priority: typeof row.priority === 'number' ? row.priority : 0,
    onConflict: (row.onConflict as PostContent['onConflict']) ?? 'defer',
    onLate: (row.onLate as PostContent['onLate']) ?? 'release',
    launchScript: idOf(row.launchScript),
    launchStep: text(row.launchStep),
    status: (row.status as PostContent['status']) ?? 'draft',
  };
}
