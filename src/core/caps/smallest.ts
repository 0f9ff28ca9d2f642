import { profileAt } from '../audience';
import type { SegmentId } from '../model';
import { weightOf } from './counted';
import { barest, type Customer, isSeenBy, joined, withoutTags } from './customer';
import type { CapScope } from './rule';
import type { Facet, Space } from './space';
import type { Entry } from './usage';

export interface Breach {
  customer: Customer | null;
  cards: readonly Entry[];
}

interface BreachQuestion {
  /** What stands in the window. */
  entries: readonly Entry[];
  limit: number;
  scope: CapScope;
  space: Space;
}

/**
 * The fewest cards that alone break a limit, and a customer who sees them all: no smaller set does, whoever the
 * customer. Nobody and nothing where there are too many combinations to walk.
 */
export const smallestBreach = ({ entries, limit, scope, space }: BreachQuestion): Breach => {
  if (scope === 'feed') return { customer: null, cards: [...entries].sort(heavyFirst).slice(0, limit + 1) };
  const all = entries.map((entry) => ({ entry, facet: space.facet(entry.audience, entry.at) }));
  const weights = (some: readonly Shown[]) => some.map(({ entry }) => weightOf(entry));
  const ways = tied(all.filter(({ facet }) => facet.reach === 'some')).map((group) =>
    waysOf(group, space, limit + 1),
  );
  if (ways.includes(null)) return nobody;
  const everyone = one(weights(all.filter(({ facet }) => facet.reach === 'all')), withoutTags, limit + 1);
  const whole = (ways as Ways[]).reduce((a, b) => both(a, b, limit + 1), everyone);
  const fewest = whole.most.findIndex((weight) => weight > limit);
  if (fewest < 0) return nobody;
  const customer = whole.by(fewest);
  const cards = all
    .filter(({ facet }) => isSeenBy(customer, facet))
    .map(({ entry }) => entry)
    .sort(heavyFirst)
    .slice(0, fewest);
  return {
    customer: barest(
      customer,
      cards.map(({ audience, at }) => space.facet(audience, at)),
    ),
    cards,
  };
};

const nobody: Breach = { customer: null, cards: [] };

const heavyFirst = (a: Entry, b: Entry): number =>
  weightOf(b) - weightOf(a) || a.at - b.at || (a.card < b.card ? -1 : 1);

interface Shown {
  entry: Entry;
  facet: Facet;
}

/** How much so many cards weigh at most (`most[n]`: up to n of them), and for whom. */
interface Ways {
  most: readonly number[];
  by(cards: number): Customer;
}

/** One customer, who sees cards of these weights; never more of them than matter. */
const one = (weights: readonly number[], customer: Customer, enough: number): Ways => {
  const most = [0];
  for (const weight of [...weights].sort((a, b) => b - a).slice(0, enough))
    most.push((most.at(-1) as number) + weight);
  return { most, by: () => customer };
};

const at = ({ most }: Ways, cards: number): number => most[Math.min(cards, most.length - 1)] as number;

/** Either customer. Of equals the first. */
const either = (all: readonly Ways[]): Ways => {
  const length = Math.max(...all.map(({ most }) => most.length));
  const most = Array.from({ length }, (_, cards) => Math.max(...all.map((ways) => at(ways, cards))));
  return {
    most,
    by: (cards) => (all.find((ways) => at(ways, cards) === at({ most, by: none }, cards)) as Ways).by(cards),
  };
};

/** A customer is what both say: their choices are independent of each other. */
const both = (a: Ways, b: Ways, enough: number): Ways => {
  const most: number[] = [];
  const taken: number[] = [];
  for (let cards = 0; cards <= Math.min(enough, a.most.length + b.most.length - 2); cards += 1) {
    let best = -1;
    for (
      let ofA = Math.max(0, cards - b.most.length + 1);
      ofA <= Math.min(cards, a.most.length - 1);
      ofA += 1
    ) {
      const weight = at(a, ofA) + at(b, cards - ofA);
      if (weight <= best) continue;
      best = weight;
      taken[cards] = ofA;
    }
    most.push(best);
  }
  return {
    most,
    by(cards) {
      const within = Math.min(cards, most.length - 1);
      const ofA = taken[within] as number;
      return joined(a.by(ofA), b.by(within - ofA));
    },
  };
};

const none = (): Customer => withoutTags;

/** Cards whose audiences name the same atoms, directly or through others. */
const tied = (shown: readonly Shown[]): Shown[][] => {
  let groups: { atoms: Set<string>; shown: Shown[] }[] = [];
  for (const card of shown) {
    const touches = ({ atoms }: { atoms: Set<string> }) => card.facet.atoms.some((atom) => atoms.has(atom));
    const own = groups.filter(touches);
    const group = {
      atoms: new Set([...card.facet.atoms, ...own.flatMap(({ atoms }) => [...atoms])]),
      shown: [...own.flatMap((one_) => one_.shown), card],
    };
    groups = [...groups.filter((one_) => !own.includes(one_)), group];
  }
  return groups.map((group) => group.shown);
};

/** Of one tied group; null where there are too many combinations. */
const waysOf = (group: readonly Shown[], space: Space, enough: number): Ways | null => {
  const fixed = group.flatMap(({ facet }) => facet.fixed);
  const base = space.profiles(fixed);
  const days = [...new Set(group.flatMap(({ facet }) => facet.day ?? []))];
  const parts = days.map((day) => {
    const own = group.filter(({ facet }) => facet.day === day);
    return { day, own, profiles: space.profiles([...fixed, ...own.flatMap(({ facet }) => facet.changing)]) };
  });
  if (!base || parts.some(({ profiles }) => !profiles)) return null;
  const rowsOf = (profiles: NonNullable<typeof base>, cards: readonly Shown[]) =>
    cards.map(({ entry, facet }) => ({ weight: weightOf(entry), rows: profiles.rows(facet) }));
  const seenAt = (cards: ReturnType<typeof rowsOf>, row: number): number[] =>
    cards.flatMap(({ weight, rows }) => (rows[row] === 1 ? weight : []));
  const always = rowsOf(
    base,
    group.filter(({ facet }) => facet.day === null),
  );
  const onDays = parts.map(({ day, own, profiles }) => {
    const { set } = profiles as NonNullable<typeof base>;
    return { day, set, cards: rowsOf(profiles as NonNullable<typeof base>, own) };
  });
  const byFixed = Array.from({ length: base.set.count }, (_, row): Ways => {
    const kept = profileAt(base.set, row);
    const start = one(seenAt(always, row), { always: kept, on: new Map() }, enough);
    return onDays.reduce((so, { day, set, cards }) => {
      const choices: Ways[] = [];
      for (let own = row; own < set.count; own += base.set.count) {
        const changing: SegmentId[] = profileAt(set, own).filter((segment) => !kept.includes(segment));
        choices.push(one(seenAt(cards, own), { always: [], on: new Map([[day, changing]]) }, enough));
      }
      return both(so, either(choices), enough);
    }, start);
  });
  return either(byFixed);
};
