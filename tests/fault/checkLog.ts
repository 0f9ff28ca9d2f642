import type { CapRule } from '@/core/caps';
import type { Audience } from '@/core/model';
import type { World } from '../builders/plan';
import { type Customer, dayOf, everyCustomer, sees } from '../builders/twin';
import type { Row, Stored } from './stored';
import { day, type ExpectedCard, zone } from './world';

/** What is wrong, in Jepsen's words where it has one. */
export interface Finding {
  word:
    | 'missing'
    | 'extra'
    | 'early'
    | 'late'
    | 'over-cap'
    | 'hole'
    | 'twice'
    | 'changed'
    | 'status'
    | 'unsaid';
  what: string;
}

export interface Question extends Stored {
  cards: readonly ExpectedCard[];
  rules: readonly CapRule[];
  customers: World;
  graceMinutes: number;
  deferDays: number;
  /** Instants at which some scheduler came to the end of a pass. */
  passes: readonly number[];
}

type Check = (question: Question) => Finding[];

const found = (word: Finding['word'], what: string): Finding[] => [{ word, what }];
const releasesOf = ({ rows }: Pick<Question, 'rows'>): Row[] => rows.filter(({ type }) => type === 'release');
const groups = <T>(list: readonly T[], by: (item: T) => string): T[][] => {
  const map = new Map<string, T[]>();
  for (const item of list) map.set(by(item), [...(map.get(by(item)) ?? []), item]);
  return [...map.values()];
};

/** Each log is numbered 1, 2, 3, … and no key is there twice. */
const numbered: Check = ({ rows }) => [
  ...groups(rows, ({ log }) => log).flatMap((log) =>
    log.flatMap(({ seq, log: name }, n) =>
      seq === n + 1 ? [] : found('hole', `${name} has ${seq} at place ${n + 1}`),
    ),
  ),
  ...groups(rows, ({ key }) => key).flatMap((same) =>
    same.length === 1 ? [] : found('twice', `${same[0]?.key}: ${same.length} entries`),
  ),
];

/** Every card of an approved post is out or has ended, once; nothing else is. */
const accounted: Check = ({ rows, cards }) => {
  const known = new Set(cards.map(({ key }) => key));
  const settled = rows.filter(({ type }) => type === 'release' || type === 'end');
  return [
    ...settled.flatMap(({ card }) => (known.has(card) ? [] : found('extra', card))),
    ...cards.flatMap(({ key }) => {
      const own = settled.filter(({ card }) => card === key);
      if (own.length === 1) return [];
      return found(own.length === 0 ? 'missing' : 'extra', `${key}: ${own.length} entries`);
    }),
  ];
};

const timely: Check = ({ rows, cards, graceMinutes }) =>
  releasesOf({ rows }).flatMap((row) => {
    const card = cards.find(({ key }) => key === row.card);
    if (!card) return [];
    // Deferred to a later day, it is due at its own wall time there; the zone has days of 24 hours.
    const days = Math.round(
      (Date.parse(dayOf(row.dueAt, zone)) - Date.parse(dayOf(card.scheduledAt, zone))) / day,
    );
    const wanted = card.scheduledAt + days * day;
    return [
      ...(row.dueAt < wanted || row.releasedAt < row.dueAt ? found('early', row.key) : []),
      ...(row.releasedAt > wanted + graceMinutes * 60_000 ? found('late', row.key) : []),
      ...(row.localDate === dayOf(row.dueAt, zone) ? [] : found('changed', `${row.key} ${row.localDate}`)),
      ...(row.content.text === card.text ? [] : found('changed', `${row.key}: ${row.content.text}`)),
      ...(sameAudience(row.audience, card.audience) ? [] : found('changed', `${row.key}: its audience`)),
    ];
  });

const sameAudience = (stored: Row['audience'], wanted: Audience): boolean => {
  const ids = 'segments' in wanted ? [...wanted.segments].sort() : [];
  const storedIds = stored.segments.map(({ id }) => id).sort();
  return stored.visibility === wanted.visibility && storedIds.join() === ids.join();
};

const concerns = (rule: CapRule, { kind, feed }: { kind: string; feed: string }): boolean =>
  (rule.kinds.length === 0 || (rule.kinds as readonly string[]).includes(kind)) &&
  (rule.feeds.length === 0 || (rule.feeds as readonly string[]).includes(feed));

const audienceOf = ({ audience }: Row): Audience =>
  audience.visibility === 'everyone'
    ? { visibility: 'everyone' }
    : { visibility: audience.visibility, segments: audience.segments.map(({ id }) => id as never) };

/** What one customer of a log saw of a rule's cards on a day; for a rule of a feed, whoever saw it. */
const seen = (rule: CapRule, rows: readonly Row[], on: string, customer: Customer | null): number =>
  rows
    .filter((row) => concerns(rule, row) && dayOf(row.dueAt, zone) === on)
    .filter((row) => customer === null || sees(customer, audienceOf(row)))
    .reduce((sum, row) => sum + (customer === null ? 1 : row.content.overlap), 0);

const withinCaps: Check = ({ rows, rules, customers }) =>
  groups(releasesOf({ rows }), ({ log }) => log).flatMap((log) => {
    const days = [...new Set(log.map(({ dueAt }) => dayOf(dueAt, zone)))];
    return rules.flatMap((rule) =>
      days.flatMap((on) => {
        const all = rule.scope === 'feed' ? [null] : everyCustomer(customers);
        const most = Math.max(...all.map((customer) => seen(rule, log, on, customer)));
        return most > (rule.limit ?? Number.POSITIVE_INFINITY)
          ? found('over-cap', `${log[0]?.log} ${on} ${rule.id}: ${most}`)
          : [];
      }),
    );
  });

/** What did not go out had no room for somebody, or nobody was there to release it in time. */
const endedForCause: Check = (question) => {
  const { rows, cards, rules, customers, graceMinutes, deferDays, passes } = question;
  return rows
    .filter(({ type }) => type === 'end')
    .flatMap((row) => {
      const card = cards.find(({ key }) => key === row.card);
      if (!card) return [];
      const tried = Array.from(
        { length: card.onConflict === 'defer' ? deferDays + 1 : 1 },
        (_, n) => card.scheduledAt + n * day,
      );
      if (row.outcome === 'expire') {
        const until = (at: number) => at + graceMinutes * 60_000;
        const nobody = tried.some((at) => !passes.some((pass) => pass >= at && pass <= until(at)));
        return nobody ? [] : found('missing', `${row.key} expired although somebody was there`);
      }
      const log = releasesOf({ rows }).filter((release) => release.log === card.log);
      const room = tried.find((at) =>
        rules.every((rule) => {
          if (!concerns(rule, card)) return true;
          const on = dayOf(at, zone);
          if (rule.scope === 'feed')
            return seen(rule, log, on, null) + 1 <= (rule.limit ?? Number.POSITIVE_INFINITY);
          return everyCustomer(customers)
            .filter((customer) => sees(customer, card.audience))
            .every(
              (customer) =>
                seen(rule, log, on, customer) + card.overlap <= (rule.limit ?? Number.POSITIVE_INFINITY),
            );
        }),
      );
      return room === undefined
        ? []
        : found('missing', `${row.key} had room at ${new Date(room).toISOString()}`);
    });
};

const words = { skip: 'skipped', hold: 'held', expire: 'expired' } as const;

/** What editors see follows from the log. */
const repaired: Check = ({ rows, posts, cards }) =>
  groups(cards, ({ post }) => post).flatMap((own) => {
    const post = posts.find(({ id }) => id === own[0]?.post);
    const stateOf = ({ key }: ExpectedCard): string => {
      const row = rows.find(({ card, type }) => card === key && (type === 'release' || type === 'end'));
      if (!row) return 'none';
      return row.type === 'release' ? 'released' : words[row.outcome];
    };
    const states = own.map((card) => ({ card, state: stateOf(card) }));
    const status = ['released', 'held', 'expired', 'skipped'].find((word) =>
      states.some(({ state }) => state === word),
    );
    return [
      ...(post?.status === status ? [] : found('status', `post ${post?.id}: ${post?.status}, not ${status}`)),
      ...states.flatMap(({ card: { key, feed }, state }) => {
        const variantKey = key.split(':')[1];
        const shown = post?.states.find((one) => one.feed === feed && one.variantKey === variantKey);
        return shown?.state === state ? [] : found('status', `${key}: ${shown?.state}, not ${state}`);
      }),
    ];
  });

/** What went out after its time says so, in both languages; so does what did not go out. */
const said: Check = ({ rows, cards }) =>
  rows
    .filter(({ type }) => type === 'release' || type === 'end')
    .flatMap((row) => {
      const card = cards.find(({ key }) => key === row.card);
      const late = card && row.type === 'release' && row.dueAt > card.scheduledAt + 60_000;
      if (!late && row.type !== 'end') return [];
      const words = row.reason;
      return words?.zh && words.en ? [] : found('unsaid', `${row.key}: ${JSON.stringify(words)}`);
    });

const checks: readonly Check[] = [numbered, accounted, timely, withinCaps, endedForCause, repaired, said];

/** Everything that is wrong with what the schedulers left behind; empty: every promise held. */
export const checkLog = (question: Question): Finding[] => checks.flatMap((check) => check(question));
