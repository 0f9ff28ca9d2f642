import type { OfferRef, PostContent, References } from '../approval/content';
import { problemsOf } from '../approval/problems';
import type { Problem } from '../approval/reasons';
import { channelTable } from '../channels';
import { getOrMake } from '../getOrMake';
import type { Channel, Instant, Kind, PostId, SegmentId } from '../model';
import type { LaunchContent, PhaseContent, StepContent } from './content';
import { stepsOf } from './move';
import { hasOffset, instantOf } from './offset';

/** What a script still lacks, or what an editor should know of it. `stop`: it cannot be submitted like this. */
export type GapReason =
  | { code: 'step-without-time' }
  | { code: 'step-without-feed' }
  | { code: 'step-without-post' }
  | { code: 'no-pictures'; wanted: number }
  | { code: 'few-pictures'; wanted: number; has: number }
  | { code: 'no-copy-for'; segments: readonly string[] }
  /** Copy for segments that its post does not have; the channels of the post that show everybody the same. */
  | { code: 'unused-copy'; segments: readonly string[]; channels: readonly Channel[] }
  /** Another post has the same step. */
  | { code: 'step-twice' }
  | { code: 'post-problem'; problem: Problem }
  | { code: 'kind-not-allowed'; kind: Kind; allowed: readonly Kind[] }
  | { code: 'flash-outside'; before: boolean }
  /** `product`: the one that is sold with it; `of`: the one that it is for. Ids. */
  | { code: 'offer-of-other'; offer: string; of: string; product: string }
  | { code: 'holiday'; names: readonly string[] }
  /** Of a whole phase. */
  | { code: 'phase-empty' }
  | { code: 'too-many-sales'; has: number; most: number }
  /** `other`: what people call it; empty for whoever may not see its post. */
  | { code: 'phase-gap'; minutes: number; least: number; other: string; otherPost: PostId | null };

/** A day with a name is worth knowing, and nothing that a step lacks. */
export const isLack = ({ code }: { code: GapReason['code'] }): boolean => code !== 'holiday';

export interface Gap {
  stop: boolean;
  /** Positions within the script; null: a post that belongs to no step. */
  phase: number | null;
  step: string | null;
  post: PostId | null;
  /** What people call it. */
  title: string;
  reason: GapReason;
}

/** A day with a name, on the launch's calendar. */
export interface NamedDay {
  name: string;
  from: Instant;
  to: Instant;
}

export interface GapsQuestion {
  content: LaunchContent;
  posts: readonly PostContent[];
  refs: References;
  holidays: readonly NamedDay[];
  now: Instant;
  graceMinutes: number;
}

/** With what is found once for all of its items. */
type Known = GapsQuestion & { open: { from: Instant; to: Instant } };

/** What is out or over lacks nothing any more. */
const undecided: ReadonlySet<PostContent['status']> = new Set(['draft', 'changes-requested', 'in-review']);

interface Item {
  phase: number | null;
  step: StepContent | null;
  post: PostContent | null;
  at: Instant | null;
  kind: Kind | null;
  title: string;
}

function itemsOf({ content, posts }: GapsQuestion): Item[] {
  const { launchAt, timezone, phases } = content;
  const byStep = new Map<string, PostContent[]>();
  for (const post of posts) getOrMake(byStep, post.launchStep, () => []).push(post);
  const known = new Set(stepsOf(content).map(({ key }) => key));
  const planned = (step: StepContent) => (launchAt === null ? null : instantOf(step, { launchAt, timezone }));
  const ofPost = (post: PostContent, phase: number | null, step: StepContent | null): Item => {
    const { scheduledAt: at, kind, title } = post;
    return { phase, step, post, at, kind, title };
  };
  const items = phases.flatMap(({ steps }, phase) =>
    steps.flatMap((step): Item[] => {
      const own = byStep.get(step.key) ?? [];
      if (own.length > 0) return own.map((post) => ofPost(post, phase, step));
      return [{ phase, step, post: null, at: planned(step), kind: step.kind, title: step.title }];
    }),
  );
  const others = posts.filter(({ launchStep }) => !known.has(launchStep));
  return [...items, ...others.map((post) => ofPost(post, null, null))];
}

type Found = { stop: boolean; reason: GapReason };

const stop = (reason: GapReason): Found => ({ stop: true, reason });
const note = (reason: GapReason): Found => ({ stop: false, reason });

const checkStep = ({ step, post }: Item): Found[] => {
  if (step === null || post !== null) return [];
  if (!hasOffset(step)) return [stop({ code: 'step-without-time' })];
  return [note({ code: step.feeds.length === 0 ? 'step-without-feed' : 'step-without-post' })];
};

/** A copy keeps the step of what it was copied from; a step is one post. */
const checkTwice = ({ step, post }: Item, { posts }: Known): Found[] =>
  step && post && posts.some(({ id, launchStep }) => launchStep === step.key && id !== post.id)
    ? [stop({ code: 'step-twice' })]
    : [];

const checkPictures = ({ step, post }: Item): Found[] => {
  if (!step || !post || post.video !== null || post.link !== '') return [];
  const wanted = step.pictures;
  const has = post.images.length;
  if (has >= wanted) return [];
  return has === 0 ? [stop({ code: 'no-pictures', wanted })] : [note({ code: 'few-pictures', wanted, has })];
};

/** A version that says nothing of its own would be the base once more: its copy is still to be written. */
const checkVersions = ({ post }: Item, { refs }: GapsQuestion): Found[] =>
  (post?.variants ?? []).flatMap(({ body, images, firstComments, segments }) => {
    if (body !== '' || images.length > 0 || firstComments.length > 0) return [];
    return [stop({ code: 'no-copy-for', segments: segments.map((id) => refs.segments.get(id)?.name ?? id) })];
  });

/** What its step still has, its post could not take: nobody would get it, and nobody would know. */
const checkUnused = ({ step, post }: Item, { refs }: GapsQuestion): Found[] => {
  if (!step || !post || post.variants.length > 0 || step.variants.length === 0) return [];
  const names = step.variants.flatMap(({ key, segments }) =>
    segments.length > 0 ? segments.map((id) => refs.segments.get(id as SegmentId)?.name ?? id) : [key],
  );
  const own = new Set(post.feeds.flatMap((id) => refs.feeds.get(id)?.channel ?? []));
  const channels = [...own].filter((channel) => channelTable[channel].visibility === 'everyone');
  return [note({ code: 'unused-copy', segments: names, channels })];
};

const checkPost = ({ post }: Item, { refs, now, graceMinutes }: GapsQuestion): Found[] =>
  post && undecided.has(post.status)
    ? problemsOf({ post, refs, now, graceMinutes }).map((problem) => stop({ code: 'post-problem', problem }))
    : [];

const checkKind = ({ phase, kind }: Item, { content }: GapsQuestion): Found[] => {
  const allowed = phase === null ? [] : (content.phases[phase]?.kinds ?? []);
  if (kind === null || allowed.length === 0 || allowed.includes(kind)) return [];
  return [stop({ code: 'kind-not-allowed', kind, allowed })];
};

/** From its opening to its closing a flash group can be posted to, no earlier and no later. */
const checkFlash = ({ at, post, step }: Item, { refs, open }: Known): Found[] => {
  const feeds = post?.feeds ?? step?.feeds ?? [];
  if (at === null || !feeds.some((id) => refs.feeds.get(id)?.channel === 'flash-group')) return [];
  if (at < open.from) return [stop({ code: 'flash-outside', before: true })];
  return at > open.to ? [stop({ code: 'flash-outside', before: false })] : [];
};

function openTimes(items: readonly Item[]): Known['open'] {
  const marked = (flash: 'opens' | 'closes') =>
    items.flatMap(({ step, at }) => (step?.flash === flash && at !== null ? [at] : []));
  const [opens, closes] = [marked('opens'), marked('closes')];
  return {
    from: opens.length > 0 ? Math.min(...opens) : Number.NEGATIVE_INFINITY,
    to: closes.length > 0 ? Math.max(...closes) : Number.POSITIVE_INFINITY,
  };
}

type Sold = Pick<PostContent, 'product' | 'offer'>;

/** An offer that is for another product than the one that is sold with it. */
export function otherOffer(
  { product, offer }: Sold,
  offers: ReadonlyMap<string, Pick<OfferRef, 'product'>>,
): Extract<GapReason, { code: 'offer-of-other' }> | null {
  const of = offer === null ? null : (offers.get(offer)?.product ?? null);
  if (offer === null || of === null || product === null || of === product) return null;
  return { code: 'offer-of-other', offer, of, product };
}

const offerNotes = (sold: Sold, { offers }: References): Found[] => {
  const reason = otherOffer(sold, offers);
  return reason ? [note(reason)] : [];
};

/** Of a script it is said once, not at each of its steps. */
const checkOffer = ({ post }: Item, { content, refs }: GapsQuestion): Found[] =>
  post && (post.product !== content.product || post.offer !== content.offer)
    ? offerNotes({ product: post.product ?? content.product, offer: post.offer }, refs)
    : [];

const checkHoliday = ({ at }: Item, { holidays }: GapsQuestion): Found[] => {
  const names = holidays
    .filter(({ from, to }) => at !== null && from <= at && at < to)
    .map(({ name }) => name);
  return names.length > 0 ? [note({ code: 'holiday', names })] : [];
};

const checks: readonly { id: string; test: (item: Item, question: Known) => Found[] }[] = [
  { id: 'step', test: checkStep },
  { id: 'twice', test: checkTwice },
  { id: 'post', test: checkPost },
  { id: 'pictures', test: checkPictures },
  { id: 'versions', test: checkVersions },
  { id: 'unused', test: checkUnused },
  { id: 'kind', test: checkKind },
  { id: 'flash', test: checkFlash },
  { id: 'offer', test: checkOffer },
  { id: 'holiday', test: checkHoliday },
];

const isDecided = ({ post }: Item): boolean => post !== null && !undecided.has(post.status);

function phaseGaps(phase: PhaseContent, n: number, items: readonly Item[]): Gap[] {
  const own = items.filter((item) => item.phase === n && item.step !== null);
  const going = own.filter(({ post, step }) => post !== null || (step?.feeds.length ?? 0) > 0);
  const gap = (found: Found, item?: Item): Gap => ({
    ...found,
    phase: n,
    step: item?.step?.key ?? null,
    post: item?.post?.id ?? null,
    title: item?.title ?? phase.name,
  });
  const gaps: Gap[] = [];
  if (phase.required && going.length === 0) gaps.push(gap(stop({ code: 'phase-empty' })));
  const sales = going.filter(({ kind }) => kind === 'sales').length;
  if (phase.maxSales !== null && sales > phase.maxSales) {
    gaps.push(gap(stop({ code: 'too-many-sales', has: sales, most: phase.maxSales })));
  }
  const least = phase.minGapMinutes ?? 0;
  const timed = going.filter((item): item is Item & { at: Instant } => item.at !== null);
  const inOrder = timed.sort((a, b) => a.at - b.at);
  for (const [index, item] of inOrder.entries()) {
    const before = inOrder[index - 1];
    const minutes = before ? Math.floor((item.at - before.at) / 60_000) : least;
    if (before && minutes < least && meet(before, item)) {
      const other = { other: before.title, otherPost: before.post?.id ?? null };
      gaps.push(gap(stop({ code: 'phase-gap', minutes, least, ...other }), item));
    }
  }
  return gaps;
}

/** Whether two steps go to one feed: elsewhere nobody sees the one after the other. */
const meet = (a: Item, b: Item): boolean => {
  const feeds = (item: Item) => item.post?.feeds ?? item.step?.feeds ?? [];
  return feeds(a).some((id) => feeds(b).includes(id));
};

/** Everything that a script still lacks, by name, in the order of its phases; empty: it is complete. */
export function gapsOf(question: GapsQuestion): Gap[] {
  const items = itemsOf(question);
  const known = { ...question, open: openTimes(items) };
  const ofItems = items
    .filter((item) => !isDecided(item))
    .flatMap((item) =>
      checks.flatMap(({ test }) =>
        test(item, known).map(
          (found): Gap => ({
            ...found,
            phase: item.phase,
            step: item.step?.key ?? null,
            post: item.post?.id ?? null,
            title: item.title,
          }),
        ),
      ),
    );
  const { content, refs } = question;
  const ofScript = offerNotes(content, refs).map(
    (found): Gap => ({ ...found, phase: null, step: null, post: null, title: content.name }),
  );
  const ofPhases = content.phases.flatMap((phase, n) => phaseGaps(phase, n, items));
  return [...ofScript, ...ofPhases, ...ofItems];
}

/** For somebody who sees these posts alone: what others lack is not theirs to know, nor what they are called. */
export const gapsSeen = (gaps: readonly Gap[], seen: ReadonlySet<PostId>): Gap[] => {
  const sees = (post: PostId | null): boolean => post === null || seen.has(post);
  return gaps
    .filter(({ post }) => sees(post))
    .map((gap) =>
      gap.reason.code === 'phase-gap' && !sees(gap.reason.otherPost)
        ? { ...gap, reason: { ...gap.reason, other: '' } }
        : gap,
    );
};
