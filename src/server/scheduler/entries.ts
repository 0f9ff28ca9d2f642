import type { CardState } from '@/core/approval/cardState';
import { isDaily } from '@/core/approval/content';
import type { AudienceView } from '@/core/approval/view';
import { slotsOf } from '@/core/decisions';
import type { Instant } from '@/core/model';
import type { Decision } from '@/core/plan';
import { localDateOf } from '@/core/time';
import { type EndEntry, type FrozenContent, keys, type ReleaseEntry } from '../log/entry';
import type { InFlight, Snapshot } from './snapshot';
import { sentencesOf } from './states';

interface EntryQuestion {
  decision: Decision;
  snapshot: Snapshot;
  now: Instant;
  by?: string | null;
}

const partsOf = ({ decision, snapshot }: EntryQuestion) => {
  const post = snapshot.posts.get(decision.post);
  const feed = snapshot.refs.feeds.get(decision.feed);
  const version = post?.view.versions.find(({ key }) => key === decision.variantKey);
  if (!post || !feed || !version) throw new Error(`The card ${decision.card} is not in its snapshot.`);
  return { post, feed, version };
};

function frozen(question: EntryQuestion): FrozenContent {
  const { post, feed, version } = partsOf(question);
  const { content, view } = post;
  const media = [...question.snapshot.refs.media.values()];
  const bySha = new Map(media.map((item) => [item.sha256, item]));
  return {
    title: content.title,
    text: version.text,
    guidance: content.guidance,
    copyMode: content.copyMode,
    firstComments: version.firstComments,
    images: version.images.map((sha256, n) => {
      const image = bySha.get(sha256);
      return {
        sha256,
        thumbSha256: image?.thumbSha256 ?? null,
        width: image?.width ?? 0,
        height: image?.height ?? 0,
        // As approved: another picture of the same bytes may be described otherwise.
        alt: version.imageTexts[n] ?? '',
      };
    }),
    video: version.video ? { sha256: version.video, filename: `${version.video}.mp4` } : null,
    link: version.link,
    channel: feed.channel,
    feedName: feed.name,
    timezone: feed.zone,
    leadMinutes: feed.leadMinutes,
    expiresAt: view.expiresAt === null ? null : new Date(view.expiresAt).toISOString(),
    daily: isDaily(content, question.snapshot.refs),
    overlap: feed.overlap,
    launch: content.launchScript,
  };
}

/** Where the card was expected. What a person releases was planned for no other instant. */
function plannedAt({ decision, by }: EntryQuestion, { row, content }: InFlight): Instant {
  if (by) return decision.at;
  const states = (row.cardStates ?? []) as CardState[];
  const stored = states.find(
    ({ feed, variantKey }) => feed === decision.feed && variantKey === decision.variantKey,
  );
  const own = content.scheduledAt ?? decision.at;
  const planned = stored?.lateFrom ?? stored?.plannedAt;
  return Math.max(planned ? Date.parse(planned) : own, own);
}

const common = (question: EntryQuestion, post: InFlight) => {
  const { decision, snapshot, now, by } = question;
  return {
    log: snapshot.log,
    at: new Date(now).toISOString(),
    by: by ?? null,
    card: decision.card,
    post: decision.post,
    feed: decision.feed,
    variantKey: decision.variantKey,
    kind: post.content.kind,
    approval: post.approval.n,
    dueAt: new Date(decision.at).toISOString(),
    plannedAt: new Date(plannedAt(question, post)).toISOString(),
    reason: sentencesOf(decision.reasons, decision.feed, snapshot),
  };
};

export function releaseEntry(question: EntryQuestion): ReleaseEntry {
  const { post, feed, version } = partsOf(question);
  const { decision, now } = question;
  return {
    ...common(question, post),
    type: 'release',
    key: keys.release(decision.card),
    audience: version.audience satisfies AudienceView,
    content: frozen(question),
    contentHash: post.approval.contentHash,
    releasedAt: new Date(now).toISOString(),
    localDate: localDateOf(decision.at, feed.zone),
  };
}

export function endEntry(question: EntryQuestion, outcome: EndEntry['outcome']): EndEntry {
  const { post } = partsOf(question);
  const { decision } = question;
  return {
    ...common(question, post),
    type: 'end',
    outcome,
    slots: slotsOf(decision.reasons),
    key: keys.end(decision.card, post.approval.n, post.content.scheduledAt ?? 0),
  };
}
