import type { Refusal } from '../caps';
import type { Instant } from '../model';
import type { CapReason, GapReason, PlanReason, QuietHoursReason, Reason } from '../reasons';
import { addDays, localDateOf, minuteMs } from '../time';
import { hintAfter, laterDays, laterSameDay, refusalsAt, type Search } from './search';
import { lastPunctual, wallTimeAhead } from './timing';
import type { Decision, Outcome } from './types';

/** What happens to one card, given all that was placed before it. Cases: RULES.md. */
export const decide = (search: Search): Decision => {
  const { card, timing, now } = search;
  if (timing.deadline < timing.reference) return endsBeforeStart(search);
  if (timing.late && now > timing.deadline) return expired(search);
  if (timing.late && card.onLate !== 'release') return overTime(search, card.onLate);
  if (card.feedOff) return waitsForFeed(search);
  if (timing.first === null) return whileWaiting(search);
  if (search.card.dayBound && localDateOf(timing.first, search.card.zone) !== timing.baseDay) {
    const overReason: PlanReason = { code: 'day-bound', day: timing.baseDay, over: true };
    return end(search, 'hold', [overReason]);
  }
  const refusals = refusalsAt(search, timing.first);
  return refusals.length === 0 ? goesOut(search, timing.first) : onConflict(search, timing.first, refusals);
};

const goesOut = (search: Search, at: Instant): Decision => {
  const { card, timing } = search;
  const isAsWanted = !timing.late && timing.reference === card.scheduledAt;
  if (isAsWanted) return decision(search, { outcome: 'release', at, reasons: none });
  const deferred: Reason[] =
    timing.reference > card.scheduledAt && at !== card.scheduledAt
      ? [
          at < timing.reference
            ? { code: 'brought-forward', planned: timing.reference }
            : { code: 'deferred-before', scheduled: card.scheduledAt },
        ]
      : [];
  return decision(search, { outcome: 'release', at, reasons: [...deferred, ...lateness(search)] });
};

const lateness = ({ timing, now }: Search): Reason[] =>
  timing.late
    ? [
        {
          code: 'late',
          planned: timing.reference,
          minutes: Math.floor((now - timing.reference) / minuteMs),
        },
      ]
    : [];

/** Deferred to another day, and that day has come or is coming: its days are tried again. */
const whileWaiting = (search: Search): Decision => {
  const { card, timing } = search;
  const then = refusalsAt(search, card.scheduledAt);
  if (card.dayBound) return end(search, 'hold', dayBound(search, then));
  const at = laterDays(search, then);
  if (at !== null) {
    const why: readonly Reason[] =
      then.length > 0 ? then : [{ code: 'deferred-before', scheduled: card.scheduledAt }];
    return decision(search, { outcome: 'defer', at, reasons: why });
  }
  return end(search, 'hold', [...refusalsAt(search, timing.reference), noRoom(search)]);
};

const onConflict = (search: Search, first: Instant, refusals: readonly Refusal[]): Decision => {
  const { card } = search;
  switch (card.onConflict) {
    case 'skip':
      return end(search, 'skip', [...refusals, { code: 'on-conflict', action: 'skip' }]);
    case 'hold':
      return end(search, 'hold', [...refusals, { code: 'on-conflict', action: 'hold' }]);
    case 'defer': {
      const at = laterSameDay(search, first) ?? (card.dayBound ? null : laterDays(search, refusals));
      if (at !== null)
        return decision(search, { outcome: 'defer', at, reasons: [...refusals, ...lateness(search)] });
      return end(search, 'hold', card.dayBound ? dayBound(search, refusals) : [...refusals, noRoom(search)]);
    }
  }
};

const dayBound = ({ timing }: Search, refusals: readonly Refusal[]): Reason[] => [
  ...refusals,
  { code: 'day-bound', day: timing.baseDay, over: false },
];

const noRoom = ({ card, timing, deferDays }: Search): Reason => {
  const endsEarlier =
    card.expiresAt !== null && wallTimeAhead(card, timing.baseDay, deferDays) > card.expiresAt;
  return endsEarlier && card.expiresAt !== null
    ? { code: 'no-room', until: localDateOf(card.expiresAt, card.zone), by: 'expires-at' }
    : { code: 'no-room', until: addDays(timing.baseDay, deferDays), by: 'defer-days' };
};

/** What the editor chose for a card whose time has passed. */
const overTime = (search: Search, action: 'skip' | 'hold'): Decision =>
  end(search, action, [...feedOff(search), ...lateness(search), { code: 'on-late', action }]);

/** Switched on in time it is planned like any other: what is foreseen is its end, once its time has passed. */
const waitsForFeed = (search: Search): Decision => {
  const { card, timing } = search;
  const punctual = lastPunctual(card, timing.reference);
  const isOverThen = punctual === card.expiresAt;
  const [outcome, last]: [Outcome, Instant] =
    card.onLate === 'release' || isOverThen ? ['expire', timing.deadline] : [card.onLate, punctual];
  return decision(search, { outcome, at: last + 1, reasons: feedOff(search) });
};

const feedOff = ({ card }: Search): Reason[] => (card.feedOff ? [{ code: 'feed-off', feed: card.feed }] : []);

const expired = (search: Search): Decision => {
  const { card, timing } = search;
  const by = card.expiresAt === null ? 'grace' : 'expires-at';
  return end(search, 'expire', [
    ...feedOff(search),
    { code: 'expired', planned: timing.reference, deadline: timing.deadline, by },
  ]);
};

const endsBeforeStart = (search: Search): Decision => {
  const { reference, deadline } = search.timing;
  return end(search, 'expire', [{ code: 'ends-before-start', planned: reference, deadline }]);
};

/** An end is a forecast until the card's planned instant, and then an entry. */
const end = (search: Search, outcome: Outcome, reasons: readonly Reason[]): Decision => {
  const at = search.timing.late ? search.now : search.timing.reference;
  return decision(search, { outcome, at, reasons });
};

const decision = (
  search: Search,
  { outcome, at, reasons }: { outcome: Outcome; at: Instant; reasons: readonly Reason[] },
): Decision => {
  const { card, timing, now } = search;
  const goes = outcome === 'release' || outcome === 'defer';
  const actAt = goes ? at - (card.leadMinutes ?? 0) * minuteMs : at;
  const due = actAt <= now;
  return {
    card: card.card,
    post: card.post,
    variantKey: card.variantKey,
    feed: card.feed,
    outcome: due && outcome === 'defer' ? 'release' : outcome,
    at,
    actAt,
    due,
    late: timing.late,
    reasons: withFreeAt(reasons, search, goes ? at : null),
    pushedBy: none,
  };
};

/** What a rule alone says about room is not when the card fits: that is what people want to know. */
const withFreeAt = (reasons: readonly Reason[], search: Search, at: Instant | null): readonly Reason[] => {
  const refusals = reasons.filter(saysWhen);
  if (refusals.length === 0) return reasons;
  const freeAt = at ?? hintAfter(search, refusals);
  return reasons.map((reason) => (saysWhen(reason) ? { ...reason, freeAt } : reason));
};

const saysWhen = (reason: Reason): reason is CapReason | GapReason | QuietHoursReason =>
  reason.code === 'cap' || reason.code === 'gap' || reason.code === 'quiet-hours';

const none: readonly never[] = [];
