import { cardsOf } from '../audience';
import type { Audience, FeedId, Instant, Kind, LocalDate, OnConflict, OnLate, SegmentId } from '../model';
import { baseVariant } from '../model';
import { localDateOf } from '../time';
import type { FeedRef, PostContent, References } from './content';
import { fillPlaceholders, heldInTime, valuesOf } from './placeholders';

/** A tag as staff choose it in WeChat. */
export interface TagView {
  id: SegmentId;
  name: string;
  wechatTag: string;
}

export interface AudienceView {
  visibility: Audience['visibility'];
  segments: readonly TagView[];
}

/** One version of the post: what one customer sees. */
export interface VersionView {
  key: string;
  audience: AudienceView;
  text: string;
  firstComments: readonly string[];
  /** SHA-256 of the files, in posting order. */
  images: readonly string[];
  /** What each image shows, as it is read aloud. */
  imageTexts: readonly string[];
  video: string | null;
  link: { url: string; title: string } | null;
}

/**
 * Everything that a customer or a staff member would see, and when and to whom: what an approval is
 * bound to. Order is fixed wherever it carries no meaning, so equal content gives equal text.
 */
export interface ResolvedView {
  format: 1;
  kind: Kind;
  copyMode: 'exact' | 'example';
  guidance: string;
  dayBound: boolean;
  priority: number;
  onConflict: OnConflict;
  onLate: OnLate;
  expiresAt: Instant | null;
  feeds: readonly { id: FeedId; name: string; channel: string; timezone: string; targets: string }[];
  when: readonly { feed: FeedId; at: LocalDate | Instant }[];
  /** The launch that it belongs to: caps may count daily posts alone. */
  launch: { id: string; name: string } | null;
  versions: readonly VersionView[];
}

export interface ViewOptions {
  /** `day`: moving a post within its local day keeps its approval; `instant`: it does not. */
  approvalCovers: 'day' | 'instant';
}

const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function audienceView(audience: Audience, refs: Pick<References, 'segments'>): AudienceView {
  if (audience.visibility === 'everyone') return { visibility: 'everyone', segments: [] };
  const segments = audience.segments.map((id) => {
    const segment = refs.segments.get(id);
    return { id, name: segment?.name ?? '', wechatTag: segment?.wechatTag ?? '' };
  });
  return { visibility: audience.visibility, segments: segments.sort(byId) };
}

/** The audience that a view shows. */
export const audienceIn = ({ visibility, segments }: AudienceView): Audience =>
  visibility === 'everyone' ? { visibility } : { visibility, segments: segments.map(({ id }) => id) };

function versionsOf(post: PostContent, refs: References): VersionView[] {
  const cards = cardsOf({ ...post, segments: refs.segments, dimensions: refs.dimensions });
  if (!cards.ok) return [];
  const values = valuesOf(post, refs);
  const fill = (text: string) => fillPlaceholders(text, values);
  const sha = (id: string) => refs.media.get(id)?.sha256 ?? `missing:${id}`;
  return cards.cards
    .map(({ variantKey, audience }) => {
      const variant = variantKey === baseVariant ? null : post.variants.find(({ key }) => key === variantKey);
      const own = <T>(list: readonly T[] | undefined, base: readonly T[]) => (list?.length ? list : base);
      const images = own(variant?.images, post.images);
      return {
        key: variantKey,
        audience: audienceView(audience, refs),
        text: fill(variant?.body || post.body),
        firstComments: own(variant?.firstComments, post.firstComments).map(fill),
        images: images.map(sha),
        imageTexts: images.map((id) => refs.media.get(id)?.alt ?? ''),
        video: post.video && sha(post.video),
        link: post.link ? { url: post.link, title: fill(post.linkTitle) } : null,
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * A view to compare by the minute: with the instant that was asked for, also where the approval covers its day. Without
 * one it stays as it is.
 */
export const askedAt = (view: ResolvedView, scheduledAt: Instant | null): ResolvedView =>
  scheduledAt === null ? view : { ...view, when: view.when.map((one) => ({ ...one, at: scheduledAt })) };

/**
 * Resolves a post to what an approval is bound to. A post that cannot be turned into cards has no
 * versions; it cannot be submitted either.
 */
export function resolveView(post: PostContent, refs: References, options: ViewOptions): ResolvedView {
  const feeds = post.feeds
    .map((id) => refs.feeds.get(id))
    .filter((feed): feed is FeedRef => feed !== undefined)
    .sort(byId);
  const at = (feed: FeedRef): LocalDate | Instant => {
    if (post.scheduledAt === null) return 0;
    return options.approvalCovers === 'instant' ? post.scheduledAt : localDateOf(post.scheduledAt, feed.zone);
  };
  return {
    format: 1,
    kind: post.kind,
    copyMode: post.copyMode,
    guidance: post.guidance,
    priority: post.priority,
    onConflict: post.onConflict,
    onLate: post.onLate,
    ...heldInTime(post, refs),
    feeds: feeds.map(({ id, name, channel, zone, targets }) => ({
      id,
      name,
      channel,
      timezone: zone,
      targets,
    })),
    when: feeds.map((feed) => ({ feed: feed.id, at: at(feed) })),
    launch:
      post.launchScript === null
        ? null
        : { id: post.launchScript, name: refs.launches.get(post.launchScript)?.name ?? '' },
    versions: versionsOf(post, refs),
  };
}
