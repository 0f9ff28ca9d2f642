import type { FeedId, Instant } from '../model';
import { hourMs, startOfNextDay } from '../time';
import type { CapPlace, FilledWindow, WindowCap } from './calendarCap';
import { capRefusal } from './capRefusal';
import { daysAhead } from './constraint';
import type { CountedCard } from './counted';
import { addsOf, type Standing, type Tally, tallyOf } from './tally';
import { type Timeline, timeline } from './timeline';
import { rollingWindow } from './window';

/** The window [at, at + length) with the cards that stand in it, and those that stand at its first instant. */
interface Anchor {
  at: Instant;
  cards: Standing[];
  /** How much those add. */
  own: number;
  tally: Tally;
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
    const key = byFeed ? feed : '';
    const line = lines.get(key) ?? timeline<Anchor>(length);
    lines.set(key, line);
    return line;
  };

  const anchorAt = (line: Timeline<Anchor>, at: Instant): Anchor => {
    const tally = tallyOf(rule.scope, space);
    for (const other of line.between(at, at + length))
      for (const standing of other.cards) tally.add(standing);
    return { at, cards: [], own: 0, tally };
  };

  // Each card of a post asks for the same instant: the window that would begin there is made once.
  let probe: { line: Timeline<Anchor>; anchor: Anchor } | null = null;
  const probeAt = (line: Timeline<Anchor>, at: Instant): Anchor => {
    if (probe?.line === line && probe.anchor.at === at) return probe.anchor;
    const anchor = anchorAt(line, at);
    probe = { line, anchor };
    return anchor;
  };

  /** Whether more than the limit stands from an instant on, whoever sees it. */
  const isCrowded = (line: Timeline<Anchor>, card: CountedCard, at: Instant): boolean => {
    let sum = addsOf(rule.scope, card);
    for (const { own } of line.between(at, at + length)) sum += own;
    return sum > limit;
  };

  /** The windows that hold an instant and begin with a card, or with it where that one could be full. */
  const around = (card: CountedCard, at: Instant): Anchor[] => {
    const line = lineOf(card.feed);
    const anchors = line.between(at - length + 1, at + 1);
    if (anchors.at(-1)?.at !== at && isCrowded(line, card, at)) anchors.push(probeAt(line, at));
    return anchors;
  };

  const isFull = (standing: Standing, { tally }: Anchor): boolean => !tally.hasRoom(standing, limit);

  const fits = (card: CountedCard, at: Instant): boolean =>
    !level.counts(card, at) || !around(card, at).some((anchor) => isFull({ card, at }, anchor));

  /**
   * Room comes when a card leaves the window, when customers may have changed, or when an exception begins, and
   * at no other instant.
   */
  const roomAfter = (card: CountedCard, at: Instant): Instant | null => {
    const lifted = level.liftedAfter(card, at);
    if (addsOf(rule.scope, card) > limit) return lifted;
    const last = at + daysAhead * dayMs;
    const leavings = lineOf(card.feed)
      .between(at - length + 1, last - length)
      .map((anchor) => anchor.at + length);
    const changes =
      byFeed || space.facet(card.audience, at).day === null ? [] : midnights(at, leavings.at(-1) ?? at);
    for (const then of [...leavings, ...changes].sort((a, b) => a - b)) {
      if (lifted !== null && lifted <= then) return lifted;
      if (fits(card, then)) return then;
    }
    return lifted;
  };

  /** The beginnings of days after an instant, up to another. */
  const midnights = (after: Instant, upTo: Instant): Instant[] => {
    const found: Instant[] = [];
    for (let begins = startOfNextDay(after, zone); begins <= upTo; begins = startOfNextDay(begins, zone))
      found.push(begins);
    return found;
  };

  return {
    id: `cap ${rule.id} ${limit}`,
    level,
    space,
    fits,
    check(card, at) {
      if (fits(card, at)) return null;
      const countWith = ({ tally }: Anchor): number => tally.fullestWith({ card, at }).count;
      // Of the windows without room the fullest says most.
      const [full] = around(card, at)
        .filter((anchor) => isFull({ card, at }, anchor))
        .sort((a, b) => countWith(b) - countWith(a));
      if (!full) return null;
      const window = rollingWindow(full.at, length, zone);
      return capRefusal({ level, card, at, window, tally: full.tally, freeAt: roomAfter(card, at) });
    },
    roomAfter,
    place(card, at) {
      if (!level.counts(card, at)) return;
      probe = null;
      const line = lineOf(card.feed);
      const anchor = line.at(at) ?? anchorAt(line, at);
      if (anchor.cards.length === 0) line.set(at, anchor);
      const standing = { card, at };
      anchor.cards.push(standing);
      anchor.own += addsOf(rule.scope, card);
      for (const { tally } of line.between(at - length + 1, at + 1)) tally.add(standing);
    },
    filled(from, to) {
      return [...lines].flatMap(([feed, line]) =>
        line.between(from - length + 1, to).map(
          ({ at, tally }): FilledWindow => ({
            window: rollingWindow(at, length, zone),
            feed: feed === '' ? null : feed,
            tally,
          }),
        ),
      );
    },
  };
};
