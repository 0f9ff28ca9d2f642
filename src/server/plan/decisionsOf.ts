import type { Decision } from '@/core/plan';
import { holdersOf, type Moved } from '@/core/simulate';
import type { Steps } from '@/core/steps';
import { movedWords } from '@/core/words/simulate';
import type { EndEntry, ReleaseEntry, StoredEntry } from '../log/entry';
import type { Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';
import { holderOf, iso, type SimulatedDecision, type SimulatedMove, storedWords } from './answer';
import { type Asker, sees } from './question';
import type { Recorded } from './recorded';

/** One pool with its plan. */
export interface PlannedLog {
  snapshot: Snapshot;
  decisions: readonly Decision[];
  recorded: Recorded;
}

export type Dated = SimulatedDecision & { instant: number };

/** What is in the log and what the plan decides, as the reader may see it; ends of an earlier attempt left out. */
export function* decisionsOf({ snapshot, decisions, recorded }: PlannedLog, asker: Asker): Steps<Dated[]> {
  const cards = new Map(snapshot.input.cards.map((card) => [card.card, card]));
  const feedOf = (id: Decision['feed']) => {
    const feed = snapshot.refs.feeds.get(id);
    return { feed: id, feedName: feed?.name ?? '', timezone: feed?.zone ?? snapshot.input.zone };
  };
  const ofPlan = (decision: Decision): Dated => {
    const card = cards.get(decision.card);
    return {
      card: decision.card,
      post: decision.post,
      variantKey: decision.variantKey,
      ...feedOf(decision.feed),
      title: card?.title ?? '',
      kind: card?.kind ?? null,
      outcome: decision.outcome,
      at: iso(decision.at),
      instant: decision.at,
      scheduledAt: card ? iso(card.scheduledAt) : null,
      recorded: false,
      released: false,
      late: decision.late,
      explanation: sentencesOf(decision.reasons, decision.feed, snapshot)?.[asker.locale] ?? null,
      pushedBy: holdersOf(decision.reasons)
        .filter(({ feed }) => sees(asker, feed))
        .map(holderOf),
    };
  };
  const ofLog = (entry: StoredEntry & (ReleaseEntry | EndEntry)): Dated => {
    const post = recorded.posts.get(entry.post);
    const isRelease = entry.type === 'release';
    return {
      card: entry.card,
      post: entry.post,
      variantKey: entry.variantKey,
      ...feedOf(entry.feed),
      title: isRelease ? entry.content.title : (post?.title ?? ''),
      kind: entry.kind,
      outcome: isRelease ? 'release' : entry.outcome,
      at: entry.dueAt,
      instant: Date.parse(entry.dueAt),
      scheduledAt: post?.scheduledAt ? iso(post.scheduledAt) : null,
      recorded: true,
      released: isRelease,
      late: null,
      explanation: storedWords(entry.reason, asker.locale),
      pushedBy: [],
    };
  };
  const open = new Set<string>([...decisions, ...recorded.placed].map(({ card }) => card));
  const ends = new Map(recorded.ends.filter(({ card }) => !open.has(card)).map((end) => [end.card, end]));
  const dated: Dated[] = [];
  for (const entry of [...recorded.releases, ...ends.values()]) {
    if (sees(asker, entry.feed)) dated.push(ofLog(entry));
    yield;
  }
  for (const decision of decisions) {
    if (sees(asker, decision.feed)) dated.push(ofPlan(decision));
    yield;
  }
  return dated;
}

/** Cards that would go elsewhere, in words; what a post is called is in the one plan or the other. */
export function movesOf(
  moved: readonly Moved[],
  plans: readonly Pick<PlannedLog, 'snapshot'>[],
  asker: Asker,
): SimulatedMove[] {
  const titles = new Map(
    plans.flatMap(({ snapshot }) => snapshot.input.cards.map(({ post, title }) => [post, title] as const)),
  );
  const feeds = new Map(plans.flatMap(({ snapshot }) => [...snapshot.refs.feeds]));
  const segments = new Map(plans.flatMap(({ snapshot }) => [...snapshot.refs.segments]));
  return moved
    .filter(({ feed }) => sees(asker, feed))
    .map(({ card, post, variantKey, feed: id, before, after }): SimulatedMove => {
      const feed = feeds.get(id);
      const zone = feed?.zone ?? 'UTC';
      return {
        card,
        post,
        variantKey,
        feed: id,
        feedName: feed?.name ?? '',
        timezone: zone,
        title: titles.get(post) ?? '',
        before: before && { outcome: before.outcome, at: iso(before.at) },
        after: after && { outcome: after.outcome, at: iso(after.at) },
        words: movedWords({ before, after }, { context: { zone, segments, feeds }, locale: asker.locale }),
      };
    });
}
