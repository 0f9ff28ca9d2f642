import { profileAt } from '../audience';
import type { SegmentId } from '../model';
import { weightOf } from './counted';
import { barest, type Customer, isSeenBy, withoutTags } from './customer';
import type { CapScope } from './rule';
import type { Facet, Space } from './space';
import { tallyOf } from './tally';
import type { Entry } from './usage';
import { both, either, one, type Ways } from './ways';

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

/** More sums than these are not compared: then the cards are those of the customer who sees most. */
const mostSums = 4_000_000;

/**
 * The fewest cards that alone break a limit, and a customer who sees them all: no smaller set does, whoever the
 * customer. Nobody and nothing where there are too many combinations to walk.
 */
export const smallestBreach = ({ entries, limit, scope, space }: BreachQuestion): Breach => {
  const inOrder = [...entries].sort(heavyFirst);
  if (scope === 'feed') return { customer: null, cards: inOrder.slice(0, limit + 1) };
  const all = inOrder.map((entry) => ({ entry, facet: space.facet(entry.audience, entry.at) }));
  const customer = soonestOver(all, limit, space);
  if (!customer) return { customer: null, cards: [] };
  const cards: Shown[] = [];
  let weight = 0;
  for (const shown of all) {
    if (weight > limit) break;
    if (!isSeenBy(customer, shown.facet)) continue;
    cards.push(shown);
    weight += weightOf(shown.entry);
  }
  return {
    customer: barest(
      customer,
      cards.map(({ facet }) => facet),
    ),
    cards: cards.map(({ entry }) => entry),
  };
};

/** Who is over the limit with the fewest cards; null where nobody is, or too many would have to be walked. */
const soonestOver = (all: readonly Shown[], limit: number, space: Space): Customer | null => {
  const weights = new Set(all.map(({ entry }) => weightOf(entry)));
  // Where every card counts the same, whoever sees most needs as few as anybody.
  if (weights.size < 2) return fullestOf(all, space);
  const groups = tied(all.filter(({ facet }) => facet.reach === 'some'));
  const ways = groups.map((group) => waysOf(group, space, limit + 1));
  if (ways.includes('too-many')) return fullestOf(all, space);
  if (ways.includes(null)) return null;
  const everyone = all.filter(({ facet }) => facet.reach === 'all').map(({ entry }) => weightOf(entry));
  const start = one(everyone, withoutTags, limit + 1);
  const whole = (ways as Ways[]).reduce((a, b) => both(a, b, limit + 1), start);
  const fewest = whole.most.findIndex((weight) => weight > limit);
  return fewest < 0 ? null : whole.by(fewest);
};

const fullestOf = (all: readonly Shown[], space: Space): Customer | null => {
  const tally = tallyOf('customer', space);
  for (const { entry, facet } of all)
    tally.add({ card: entry, at: entry.at, weight: weightOf(entry), facet });
  return tally.fullest().customer();
};

const heavyFirst = (a: Entry, b: Entry): number =>
  weightOf(b) - weightOf(a) || a.at - b.at || (a.card < b.card ? -1 : 1);

interface Shown {
  entry: Entry;
  facet: Facet;
}

/** Cards whose audiences name the same atoms, directly or through others. */
const tied = (shown: readonly Shown[]): Shown[][] => {
  let groups: ReadonlySet<string>[] = [];
  for (const { facet } of shown) {
    const own = groups.filter((atoms) => facet.atoms.some((atom) => atoms.has(atom)));
    const whole = new Set([...facet.atoms, ...own.flatMap((atoms) => [...atoms])]);
    groups = [...groups.filter((atoms) => !own.includes(atoms)), whole];
  }
  return groups.map((atoms) => shown.filter(({ facet }) => facet.atoms.some((atom) => atoms.has(atom))));
};

/** Of one tied group; null where there are too many combinations to walk, or sums to compare. */
const waysOf = (group: readonly Shown[], space: Space, enough: number): Ways | 'too-many' | null => {
  const fixed = group.flatMap(({ facet }) => facet.fixed);
  const base = space.profiles(fixed);
  const days = [...new Set(group.flatMap(({ facet }) => facet.day ?? []))];
  const parts = days.map((day) => {
    const own = group.filter(({ facet }) => facet.day === day);
    return { day, own, profiles: space.profiles([...fixed, ...own.flatMap(({ facet }) => facet.changing)]) };
  });
  if (!base || parts.some(({ profiles }) => !profiles)) return null;
  const rows = parts.reduce((sum, { profiles }) => sum + (profiles?.set.count ?? 0), base.set.count);
  if (rows * Math.min(enough, group.length) > mostSums) return 'too-many';
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
  return either(base.set.count, (row) => {
    const kept = profileAt(base.set, row);
    const start = one(seenAt(always, row), { always: kept, on: new Map() }, enough);
    return onDays.reduce((so, { day, set, cards }) => {
      const onThatDay = either(set.count / base.set.count, (n) => {
        const own = row + n * base.set.count;
        const changing: SegmentId[] = profileAt(set, own).filter((segment) => !kept.includes(segment));
        return one(seenAt(cards, own), { always: [], on: new Map([[day, changing]]) }, enough);
      });
      return both(so, onThatDay, enough);
    }, start);
  });
};
