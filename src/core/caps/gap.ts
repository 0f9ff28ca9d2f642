import type { Instant, TimeZone } from '../model';
import type { FilledBy, GapReason, Profile } from '../reasons';
import { hourMs, minuteMs, startOfNextDay } from '../time';
import { type Constraint, daysAhead } from './constraint';
import type { CountedCard } from './counted';
import type { CapException } from './exception';
import { exceptionsAt, nextBeginning } from './level';
import { appliesTo, type CapRule } from './rule';
import type { Facet, Space } from './space';
import { byTime, filledBy } from './tally';
import { timeline } from './timeline';

export interface GapPlace {
  rule: CapRule & { minGapMinutes: number };
  exceptions: readonly CapException[];
  space: Space;
  /** The pool's. */
  zone: TimeZone;
}

/** Cards of one post, for one audience, at one instant: what a gap is kept from. */
interface Beat {
  at: Instant;
  facet: Facet;
  cards: CountedCard[];
}

export interface GapBreach {
  rule: CapRule;
  minutes: number;
  profile: Profile | null;
  cards: readonly FilledBy[];
}

/** A least gap, for proofs too. */
export interface Gap extends Constraint {
  readonly rule: CapRule;
  /** Every pair that stands too close, where the later one is in [from, to). */
  breaches(from: Instant, to: Instant): GapBreach[];
}

/**
 * Minutes between any two cards that one customer can see (scope `feed`: of one feed). The cards of one post
 * never gap each other, and overlap has no influence. A pair is as far apart as asked when it is exactly so.
 */
export const gapConstraint = ({ rule, exceptions, space, zone }: GapPlace): Gap => {
  const byFeed = rule.scope === 'feed';
  const own = exceptions.filter((one) => one.rule === rule.id && one.minGapMinutes !== null);
  // An exception only shortens it.
  const longest = rule.minGapMinutes * minuteMs;
  const beats = timeline<Beat[]>(longest);

  /** What lies between two cards at least, in minutes. */
  const minutesOf = (card: CountedCard, at: Instant): number =>
    Math.min(
      rule.minGapMinutes,
      ...exceptionsAt(own, card, at).map(({ minGapMinutes }) => minGapMinutes ?? rule.minGapMinutes),
    );

  const together = (card: CountedCard, at: Instant, beat: Beat): boolean => {
    const [other] = beat.cards;
    if (!other || other.post === card.post) return false;
    if (byFeed) return other.feed === card.feed;
    return space.meeting(space.facet(card.audience, at), beat.facet) !== null;
  };

  const gapTo = (card: CountedCard, at: Instant, beat: Beat): number =>
    own.length === 0
      ? rule.minGapMinutes
      : Math.min(minutesOf(card, at), ...beat.cards.map((other) => minutesOf(other, beat.at)));

  const conflictsAt = (card: CountedCard, at: Instant): readonly Beat[] => {
    if (!appliesTo(rule, card)) return none;
    let found: Beat[] | null = null;
    for (const there of beats.between(at - longest + 1, at + longest)) {
      for (const beat of there) {
        if (!together(card, at, beat) || Math.abs(beat.at - at) >= gapTo(card, at, beat) * minuteMs) continue;
        found ??= [];
        found.push(beat);
      }
    }
    return found ?? none;
  };

  /** Room comes when the last neighbour is far enough back, customers may have changed, or an exception begins. */
  const roomAfter = (card: CountedCard, from: Instant): Instant | null => {
    const last = from + daysAhead * 24 * hourMs;
    let at = from;
    for (let open = conflictsAt(card, at); open.length > 0; open = conflictsAt(card, at)) {
      const clear = Math.max(...open.map((beat) => beat.at + gapTo(card, at, beat) * minuteMs));
      const lifted = nextBeginning(own, card, at) ?? clear;
      const changed =
        byFeed || space.facet(card.audience, at).day === null ? clear : startOfNextDay(at, zone);
      at = Math.min(clear, lifted, changed);
      if (at > last) return null;
    }
    return at;
  };

  const feedOf = (card: CountedCard): string => (byFeed || own.length > 0 ? card.feed : '');

  return {
    id: `gap ${rule.id}`,
    rule,
    fits: (card, at) => conflictsAt(card, at).length === 0,
    check(card, at): GapReason | null {
      const open = conflictsAt(card, at);
      const [nearest] = [...open].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
      if (!nearest) return null;
      const taken = open
        .flatMap((beat) => beat.cards.map((other) => filledBy({ card: other, at: beat.at })))
        .sort(byTime);
      return {
        code: 'gap',
        rule: rule.id,
        ruleName: rule.name,
        kinds: rule.kinds,
        scope: rule.scope,
        feed: byFeed ? card.feed : null,
        minutes: gapTo(card, at, nearest),
        profile: byFeed ? null : space.meeting(space.facet(card.audience, at), nearest.facet),
        cards: taken.map((entry) => entry.card),
        filledBy: taken,
        freeAt: roomAfter(card, at),
      };
    },
    roomAfter,
    place(card, at) {
      if (!appliesTo(rule, card)) return;
      const facet = space.facet(card.audience, at);
      const there = beats.at(at) ?? [];
      if (there.length === 0) beats.set(at, there);
      const same = there.find(
        (beat) =>
          beat.facet === facet && beat.cards[0]?.post === card.post && feedOf(beat.cards[0]) === feedOf(card),
      );
      if (same) same.cards.push(card);
      else there.push({ at, facet, cards: [card] });
    },
    breaches(from, to) {
      const found: GapBreach[] = [];
      for (const beat of beats.between(from, to).flat()) {
        const [card] = beat.cards;
        if (!card) continue;
        for (const other of conflictsAt(card, beat.at)) {
          const [with_] = other.cards;
          const isLater = other.at < beat.at || (other.at === beat.at && with_ && with_.card < card.card);
          if (!with_ || !isLater) continue;
          const pair = [filledBy({ card: with_, at: other.at }), filledBy({ card, at: beat.at })];
          found.push({
            rule,
            minutes: gapTo(card, beat.at, other),
            profile: byFeed ? null : space.meeting(beat.facet, other.facet),
            cards: pair,
          });
        }
      }
      return found;
    },
  };
};

const none: readonly Beat[] = [];
