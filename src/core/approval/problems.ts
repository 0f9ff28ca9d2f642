import { cardsOf } from '../audience';
import { checkForChannel } from '../channels';
import type { Instant } from '../model';
import { baseVariant } from '../model';
import type { PlanCard } from '../plan';
import { dayBounds, localDateOf } from '../time';
import type { FeedRef, PostContent, References } from './content';
import { heldInTime, textsOf, unfilledPlaceholders, valuesOf } from './placeholders';
import type { Problem } from './reasons';
import type { ViewOptions } from './view';

export interface ReadyQuestion {
  post: PostContent;
  refs: References;
  now: Instant;
  graceMinutes: number;
}

const oneYear = 366 * 24 * 3_600_000;

const feedsOf = ({ post, refs }: ReadyQuestion): FeedRef[] =>
  post.feeds.flatMap((id) => refs.feeds.get(id) ?? []);

const checkFeeds = ({ post, refs }: ReadyQuestion): Problem[] => {
  if (post.feeds.length === 0) return [{ code: 'no-feeds' }];
  return post.feeds.flatMap((id): Problem[] => {
    const feed = refs.feeds.get(id);
    if (!feed) return [{ code: 'feed-gone', feed: id }];
    return feed.active ? [] : [{ code: 'feed-inactive', feed: feed.name }];
  });
};

/** Whether a post of this time can still go out; also asked alone when a manager approves. */
export const checkTime = (question: ReadyQuestion): Problem[] => {
  const { post, refs, now, graceMinutes } = question;
  const { scheduledAt } = post;
  const { expiresAt } = heldInTime(post, refs);
  if (scheduledAt === null) return [{ code: 'no-time' }];
  if (Math.abs(scheduledAt - now) > 2 * oneYear) return [{ code: 'time-out-of-range' }];
  if (expiresAt !== null && expiresAt <= scheduledAt) return [{ code: 'ends-before-start' }];
  const deadline = expiresAt ?? scheduledAt + graceMinutes * 60_000;
  if (now <= deadline) return [];
  const zone = feedsOf(question)[0]?.zone ?? 'UTC';
  return [
    { code: 'too-late', scheduledAt, zone, by: expiresAt === null ? 'grace' : 'expires-at', graceMinutes },
  ];
};

export interface SendQuestion {
  card: Pick<PlanCard, 'scheduledAt' | 'dayBound' | 'zone'>;
  /** Of the approval under which it would go out. */
  approvalCovers: ViewOptions['approvalCovers'];
  now: Instant;
}

/** Whether what was approved of a card's time lets a person hand it out now: never earlier, later unless it is bound to its day. */
export const checkSendNow = ({
  card: { scheduledAt, dayBound, zone },
  approvalCovers,
  now,
}: SendQuestion): Problem[] => {
  const day = localDateOf(scheduledAt, zone);
  const [begins, ends] = dayBounds(day, zone);
  const from = approvalCovers === 'instant' ? scheduledAt : begins;
  if (now < from) return [{ code: 'too-early', from, zone }];
  return dayBound && now >= ends ? [{ code: 'day-bound', day, over: true }] : [];
};

const checkMedia = ({ post, refs }: ReadyQuestion): Problem[] => {
  const images = [...post.images, ...post.variants.flatMap((variant) => variant.images)];
  const video = post.video === null ? [] : [post.video];
  if ([...images, ...video].some((id) => !refs.media.get(id)?.sha256)) return [{ code: 'media-gone' }];
  return [
    ...(images.some((id) => refs.media.get(id)?.isVideo) ? [{ code: 'image-expected' } as const] : []),
    ...(video.some((id) => !refs.media.get(id)?.isVideo) ? [{ code: 'video-expected' } as const] : []),
  ];
};

const checkPlaceholders = ({ post, refs }: ReadyQuestion): Problem[] => {
  const values = valuesOf(post, refs);
  const names = [...new Set(textsOf(post).flatMap((text) => unfilledPlaceholders(text, values)))];
  return names.length > 0 ? [{ code: 'placeholder', names }] : [];
};

const blank = /【填[:：][^】]*】/g;

const checkBlanks = ({ post }: ReadyQuestion): Problem[] => {
  const blanks = [...new Set(textsOf(post).flatMap((text) => text.match(blank) ?? []))];
  return blanks.length > 0 ? [{ code: 'blank-left', blanks }] : [];
};

const checkCards = (question: ReadyQuestion): Problem[] => {
  const { post, refs } = question;
  const cards = cardsOf({ ...post, segments: refs.segments, dimensions: refs.dimensions });
  if (!cards.ok) return cards.reasons;
  const channels = [...new Set(feedsOf(question).map((feed) => feed.channel))];
  const reasons = cards.cards.flatMap(({ variantKey, audience }) => {
    const variant = variantKey === baseVariant ? null : post.variants.find(({ key }) => key === variantKey);
    const content = {
      text: variant?.body || post.body,
      images: (variant?.images.length ? variant.images : post.images).length,
      video: post.video !== null,
      link: post.link !== '',
      firstComments: variant?.firstComments.length ? variant.firstComments : post.firstComments,
      audience,
    };
    return channels.flatMap((channel) => checkForChannel(content, channel));
  });
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
};

const checkLaunch = ({ post, refs }: ReadyQuestion): Problem[] => {
  const launch = post.launchScript === null ? undefined : refs.launches.get(post.launchScript);
  return launch?.cancelled ? [{ code: 'launch-cancelled', name: launch.name }] : [];
};

const checks: readonly { id: string; test: (question: ReadyQuestion) => Problem[] }[] = [
  { id: 'feeds', test: checkFeeds },
  { id: 'launch', test: checkLaunch },
  { id: 'time', test: checkTime },
  { id: 'cards', test: checkCards },
  { id: 'media', test: checkMedia },
  { id: 'placeholders', test: checkPlaceholders },
  { id: 'blanks', test: checkBlanks },
];

/** Everything that stands in the way of submitting or approving; empty when nothing does. */
export const problemsOf = (question: ReadyQuestion): Problem[] =>
  checks.flatMap(({ test }) => test(question));
