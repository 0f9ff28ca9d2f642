import type { SegmentId } from '../model';
import { type Bound, type Candidate, isAcross } from './bound';
import { type Customer, joined, withoutTags } from './customer';
import { type Fullest, fullestOver, type Part, raise } from './parts';
import type { Facet, Space } from './space';

/** Audiences tied together by the atoms that they name, and how much each of their customers sees. */
interface Group {
  atoms: ReadonlySet<string>;
  /** The segments that may change, by day; under null those that do not. */
  named: ReadonlyMap<number | null, ReadonlySet<SegmentId>>;
  loads: Map<Facet, number>;
  /** By day, under null of what every day has in common; none yet where nobody has asked. */
  parts: Map<number | null, Part | null>;
  best: Fullest | null;
}

/**
 * What the customers of one window see, kept while cards are added. The maximum is exact. Audiences that share
 * no atom are independent, so the fullest customer is put together from the fullest choice of each group of
 * atoms that audiences tie together; and what a customer is on one day in the dimensions that change is
 * independent of the other days. Only where a day of a group has more than 65,536 combinations it is bounded
 * instead. A bounded group counts the candidate like the cards that are there, whoever is reached by it: so what
 * fitted once still fits when others are placed first. Groups are put together when somebody asks; mostly the
 * bound says enough.
 */
export class Crowd {
  private waiting: Candidate[] = [];
  private readonly groups = new Set<Group>();
  private readonly groupAt = new Map<string, Group>();
  private readonly answers = new Map<Facet | null, Fullest>();
  /** What the last one who asked would be put together with: mostly it is what is added next. */
  private asked: { facet: Facet; group: Group } | null = null;

  /** @param bound of the same cards: whatever is added here is added there first */
  constructor(
    private readonly space: Space,
    private readonly bound: Bound,
  ) {}

  add(candidate: Candidate): void {
    this.answers.clear();
    if (candidate.facet.reach === 'some') this.waiting.push(candidate);
  }

  /** Over all customers; with a candidate over those who would see it, its own weight included. */
  fullest(candidate?: Candidate): Fullest {
    const asks = candidate?.facet.reach === 'some' ? candidate : null;
    const key = asks?.facet ?? null;
    const known = this.answers.get(key) ?? this.answerFor(asks);
    this.answers.set(key, known);
    return candidate ? { count: known.count + candidate.weight, customer: known.customer } : known;
  }

  /** Without the weight of the candidate: feeds of other overlap ask about the same customers. */
  private answerFor(asks: Candidate | null): Fullest {
    for (const one of this.waiting) this.join(one);
    this.waiting = [];
    const own = asks ? this.touched(asks.facet) : [];
    const parts: Fullest[] = [];
    for (const group of this.groups) {
      if (own.includes(group)) continue;
      group.best ??= this.bestOf(group, null);
      parts.push(group.best);
    }
    if (asks) parts.push(this.bestOf(homeOf(asks.facet, own) ?? this.putTogether(asks.facet, own), asks));
    let count = this.bound.everyone;
    for (const part of parts) count += part.count;
    return { count, customer: () => whole(parts) };
  }

  private join({ facet, weight }: Candidate): void {
    const old = this.touched(facet);
    const home = homeOf(facet, old);
    const group = home ?? this.putTogether(facet, old);
    this.asked = null;
    group.loads.set(facet, (group.loads.get(facet) ?? 0) + weight);
    group.best = null;
    if (!home) {
      for (const one of old) this.groups.delete(one);
      this.groups.add(group);
      for (const atom of group.atoms) this.groupAt.set(atom, group);
    }
    const part = group.parts.get(facet.day);
    if (!part) return;
    raise(part.counts, part.profiles.rows(facet), weight);
    part.best = null;
  }

  private putTogether(facet: Facet, own: readonly Group[]): Group {
    if (this.asked?.facet !== facet) this.asked = { facet, group: merged(facet, own) };
    return this.asked.group;
  }

  private touched(facet: Facet): Group[] {
    const found: Group[] = [];
    for (const atom of facet.atoms) {
      const group = this.groupAt.get(atom);
      if (group && !found.includes(group)) found.push(group);
    }
    return found;
  }

  private bestOf(group: Group, asks: Candidate | null): Fullest {
    const parts = this.partsOf(group);
    if (parts) return fullestOver(parts, asks?.facet ?? null);
    let across = 0;
    for (const [facet, weight] of group.loads) if (isAcross(facet)) across += weight;
    // The caller adds the candidate's weight, whoever is reached by it.
    return { count: this.bound.over(group.atoms, across, asks) - (asks?.weight ?? 0), customer: () => null };
  }

  /** Null where one of them has too many profiles. */
  private partsOf(group: Group): Map<number | null, Part> | null {
    const found = new Map<number | null, Part>();
    for (const day of group.named.keys()) {
      const known = group.parts.get(day);
      const part = known === undefined ? this.newPart(group, day) : known;
      group.parts.set(day, part);
      if (!part) return null;
      found.set(day, part);
    }
    return found;
  }

  private newPart({ named, loads }: Group, day: number | null): Part | null {
    const own = day === null ? [] : (named.get(day) ?? []);
    const profiles = this.space.profiles([...(named.get(null) ?? []), ...own]);
    if (!profiles) return null;
    const counts = new Int32Array(profiles.set.count);
    for (const [facet, weight] of loads) if (facet.day === day) raise(counts, profiles.rows(facet), weight);
    return { profiles, counts, best: null };
  }
}

const whole = (parts: readonly Fullest[]): Customer | null => {
  let customer: Customer | null = withoutTags;
  for (const part of parts) {
    const own = part.customer();
    customer = customer && own && joined(customer, own);
  }
  return customer;
};

const merged = (facet: Facet, old: readonly Group[]): Group => {
  const atoms = new Set(facet.atoms);
  const named = new Map<number | null, Set<SegmentId>>([[null, new Set(facet.fixed)]]);
  if (facet.day !== null) named.set(facet.day, new Set(facet.changing));
  const loads = new Map<Facet, number>();
  for (const group of old) {
    for (const atom of group.atoms) atoms.add(atom);
    for (const [day, segments] of group.named) {
      const own = named.get(day) ?? new Set();
      named.set(day, own);
      for (const segment of segments) own.add(segment);
    }
    for (const [one, weight] of group.loads) loads.set(one, weight);
  }
  return { atoms, named, loads, parts: new Map(), best: null };
};

/** The one group that has all that the audience names, or null. */
const homeOf = (facet: Facet, old: readonly Group[]): Group | null => {
  const [only] = old;
  if (!only || old.length > 1) return null;
  const fixed = only.named.get(null);
  const changing = facet.day === null ? undefined : only.named.get(facet.day);
  const isHome =
    facet.fixed.every((segment) => fixed?.has(segment)) &&
    facet.changing.every((segment) => changing?.has(segment));
  return isHome ? only : null;
};
