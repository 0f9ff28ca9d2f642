import { getOrMake } from '../getOrMake';
import type { FeedId, Instant } from '../model';
import { hourMs, startOfNextDay } from '../time';
import type { CapPlace, FilledWindow, WindowCap } from './calendarCap';
import { capRefusal } from './capRefusal';
import { daysAhead } from './constraint';
import type { CountedCard } from './counted';
import { addsOf, type Standing, standingOf, type Tally, tallyOf } from './tally';
import { type Timeline, timeline } from './timeline';
import { rollingWindow } from './window';

/** The window [at, at + length) with the cards that stand in it, and those that stand at its first instant. */
interface Anchor {
  at: Instant;
  cards: Standing[];
  /** How much those add. */
  own: number;
  /** How much all of the window adds, whoever sees it. */
  sum: number;
  /** Null until somebody asks who sees it. */
  tally: Tally | null;
}

const dayMs = 24 * hourMs;

/**
 * A cap over every window of so many hours, wherever it begins. It is enough to look at windows that begin
 * with a card: any other window has no more in it than the one that begins with its first card.
 */
export const rollingCap = (hours: number, { level, space, zone }: CapPlace): WindowCap => {
  const { rule, limit } = level;
  const length = hours * hourMs;
  const byFeed = rule.scope === 'feed';
  const lines = new Map<FeedId | '', Timeline<Anchor>>();

  const lineOf = (feed: FeedId): Timeline<Anchor> => {
    return getOrMake(lines, byFeed ? feed : '', () => timeline<Anchor>(length));
  };

  const anchorAt = (line: Timeline<Anchor>, at: Instant): Anchor => {
    let sum = 0;
    for (const { own } of line.between(at, at + length)) sum += own;
    return { at, cards: [], own: 0, sum, tally: null };
  };

  const tallyFor = (line: Timeline<Anchor>, anchor: Anchor): Tally => {
    if (anchor.tally) return anchor.tally;
    const tally = tallyOf(rule.scope, space);
    for (const { cards } of line.between(anchor.at, anchor.at + length))
      for (const standing of cards) tally.add(standing);
    anchor.tally = tally;
    return tally;
  };

  // Each card of a post asks for the same instant: the window that would begin there is made once.
  let probe: { line: Timeline<Anchor>; anchor: Anchor } | null = null;
  const probeAt = (line: Timeline<Anchor>, at: Instant): Anchor => {
    if (probe?.line === line && probe.anchor.at === at) return probe.anchor;
    const anchor = anchorAt(line, at);
    probe = { line, anchor };
    return anchor;
  };

  const standingAt = (card: CountedCard, at: Instant): Standing =>
    standingOf({ scope: rule.scope, space }, card, at);

  /** The windows that hold an instant and begin with a card, or with it, and have no room for a card there. */
  const fullOnes = (card: CountedCard, at: Instant): Anchor[] => {
    const line = lineOf(card.feed);
    const anchors = line.between(at - length + 1, at + 1);
    if (anchors.at(-1)?.at !== at) anchors.push(probeAt(line, at));
    const adds = addsOf(rule.scope, card);
    const crowded = anchors.filter(({ sum }) => sum + adds > limit);
    if (crowded.length === 0) return crowded;
    const standing = standingAt(card, at);
    return crowded.filter((anchor) => !tallyFor(line, anchor).hasRoom(standing, limit));
  };

  const fits = (card: CountedCard, at: Instant): boolean =>
    !level.counts(card, at) || fullOnes(card, at).length === 0;

  /**
   * Room comes when a card leaves the window, when customers may have changed, or when an exception begins, and
   * at no other instant.
   */
  const roomAfter = (card: CountedCard, at: Instant): Instant | null => {
    const lifted = level.liftedAfter(card, at);
    if (addsOf(rule.scope, card) > limit) return lifted;
    const last = at + daysAhead * dayMs;
    const mayChange = !byFeed && space.facet(card.audience, at).day !== null;
    let midnight = mayChange ? startOfNextDay(at, zone) : Number.POSITIVE_INFINITY;
    for (const { at: begins } of lineOf(card.feed).between(at - length + 1, last - length)) {
      const leaves = begins + length;
      for (; midnight < leaves; midnight = startOfNextDay(midnight, zone)) {
        if (lifted !== null && lifted <= midnight) return lifted;
        if (fits(card, midnight)) return midnight;
      }
      if (lifted !== null && lifted <= leaves) return lifted;
      if (fits(card, leaves)) return leaves;
    }
    return lifted;
  };

  return {
    id: `cap ${rule.id} ${limit}`,
    level,
    space,
    fits,
    check(card, at) {
      if (!level.counts(card, at)) return null;
      const line = lineOf(card.feed);
      const standing = standingAt(card, at);
      const countWith = (anchor: Anchor): number => tallyFor(line, anchor).fullestWith(standing).count;
      // Of the windows without room the fullest says most.
      const [full] = fullOnes(card, at).sort((a, b) => countWith(b) - countWith(a));
      if (!full) return null;
      const window = rollingWindow(full.at, length, zone);
      const tally = tallyFor(line, full);
      return capRefusal({ level, standing, window, tally, freeAt: roomAfter(card, at) });
    },
    roomAfter,
    place(card, at) {
      if (!level.counts(card, at)) return;
      probe = null;
      const line = lineOf(card.feed);
      const anchor = line.at(at) ?? anchorAt(line, at);
      if (anchor.cards.length === 0) line.set(at, anchor);
      const standing = standingAt(card, at);
      anchor.cards.push(standing);
      anchor.own += standing.weight;
      for (const holding of line.between(at - length + 1, at + 1)) {
        holding.sum += standing.weight;
        holding.tally?.add(standing);
      }
    },
    filled(from, to) {
      return [...lines].flatMap(([feed, line]) =>
        line.between(from - length + 1, to).map(
          (anchor): FilledWindow => ({
            window: rollingWindow(anchor.at, length, zone),
            feed: feed === '' ? null : feed,
            tally: tallyFor(line, anchor),
          }),
        ),
      );
    },
  };
};
