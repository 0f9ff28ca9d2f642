import { type CardState, type CardStateWord, lastPlanOf } from '@/core/approval/cardState';
import { cardKey, type FeedId, type Instant, type Locale } from '@/core/model';
import type { Decision } from '@/core/plan';
import type { Reason } from '@/core/reasons';
import { explain } from '@/core/words/plan';
import { keys, type StoredEntry } from '../log/entry';
import type { InFlight, Snapshot } from './snapshot';

const locales: readonly Locale[] = ['zh', 'en'];

/** The reasons in both languages, in the feed's time; stored as people will read them. */
export function sentencesOf(
  reasons: readonly Reason[],
  feed: FeedId,
  { refs, input }: Pick<Snapshot, 'refs' | 'input'>,
): Record<Locale, string> | null {
  if (reasons.length === 0) return null;
  const context = { ...refs, zone: refs.feeds.get(feed)?.zone ?? input.zone };
  const [zh, en] = locales.map((locale) => explain(reasons, context, locale));
  return { zh: zh ?? '', en: en ?? '' };
}

const wordOf: Record<Decision['outcome'], CardStateWord> = {
  release: 'planned',
  defer: 'deferred',
  skip: 'planned',
  hold: 'planned',
  expire: 'planned',
};

const endWord: Record<'skip' | 'hold' | 'expire', CardStateWord> = {
  skip: 'skipped',
  hold: 'held',
  expire: 'expired',
};

/**
 * A late card is planned for now at each look. Where it was planned stays what its lateness is counted from, or
 * each look at it while nothing goes out (a stop, no scheduler) would give it a new grace.
 */
const standsAt = (decision: Decision): Instant =>
  decision.outcome === 'release' ? (lateFrom(decision) ?? decision.at) : decision.at;

const lateFrom = ({ reasons }: Decision): Instant | null => {
  const late = reasons.find(({ code }) => code === 'late');
  return late?.code === 'late' ? late.planned : null;
};

/** The same of one that what is late before it puts off: that did not go out at this look either. */
const stillLate = (decision: Decision): Pick<CardState, 'lateFrom'> => {
  const from = decision.outcome === 'defer' ? lateFrom(decision) : null;
  return from === null ? {} : { lateFrom: new Date(from).toISOString() };
};

interface StatesQuestion {
  post: InFlight;
  snapshot: Snapshot;
  /** The plan of this log, and what the log holds of the post by now. */
  decisions: ReadonlyMap<string, Decision>;
  entries: ReadonlyMap<string, StoredEntry>;
  /** Nothing goes out by this look, whatever is due. */
  idle: boolean;
}

const words = (value: unknown): Record<Locale, string> | null =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
    ? (value as Record<Locale, string>)
    : null;

/** Where each card of a post stands: from the log first, then from the plan. Other logs' cards stay as stored. */
export function cardStatesOf({ post, snapshot, decisions, entries, idle }: StatesQuestion): CardState[] {
  const stored = (post.row.cardStates ?? []) as CardState[];
  return post.content.feeds.flatMap((feed): CardState[] => {
    if (snapshot.refs.feeds.get(feed)?.log !== snapshot.log) {
      const known = stored.filter((state) => state.feed === feed);
      const keysKnown = new Set(known.map(({ variantKey }) => variantKey));
      // Another log's, at which nobody has looked yet: it waits, so the post stays in flight.
      const unseen = post.view.versions.filter(({ key }) => !keysKnown.has(key));
      return [
        ...known,
        ...unseen.map(
          ({ key: variantKey }): CardState => ({
            feed,
            variantKey,
            state: 'planned',
            plannedAt: null,
            reason: null,
          }),
        ),
      ];
    }
    return post.view.versions.map(({ key: variantKey }): CardState => {
      const key = cardKey(post.content.id, variantKey, feed);
      const base = { feed, variantKey };
      const released = entries.get(keys.release(key));
      const recalled = entries.get(keys.recall(key));
      if (recalled) return { ...base, state: 'recalled', plannedAt: null, reason: words(recalled.reason) };
      if (released?.type === 'release') {
        return { ...base, state: 'released', plannedAt: released.dueAt, reason: words(released.reason) };
      }
      const { scheduledAt } = post.content;
      const end = entries.get(keys.end(key, post.approval.n, scheduledAt ?? 0));
      if (end?.type === 'end') {
        return { ...base, state: endWord[end.outcome], plannedAt: null, reason: words(end.reason) };
      }
      const decision = decisions.get(key);
      if (!decision) return { ...base, state: 'planned', plannedAt: null, reason: null };
      const goes = decision.outcome === 'release' || decision.outcome === 'defer';
      const known = stored.find((state) => state.feed === feed && state.variantKey === variantKey);
      return {
        ...base,
        state: wordOf[decision.outcome],
        // What will be skipped or held is a forecast; the card has no planned instant of its own then.
        plannedAt: goes ? new Date(standsAt(decision)).toISOString() : null,
        ...(goes ? {} : { lastPlannedAt: known ? lastPlanOf(known) : null }),
        ...(idle ? stillLate(decision) : {}),
        reason: sentencesOf(decision.reasons, feed, snapshot),
      };
    });
  });
}
