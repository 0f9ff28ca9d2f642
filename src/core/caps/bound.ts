import { namedBy } from '../audience';
import type { SegmentId } from '../model';
import type { Facet } from './space';

/** A card that asks or stands: how often it counts, and for whom. */
export interface Candidate {
  facet: Facet;
  weight: number;
}

/** What the customers of one atom see: who has none of its segments, and how much more or less each has. */
interface Choices {
  none: number;
  more: Map<SegmentId, number>;
  most: number;
}

const mostOf = ({ none, more }: Choices): number => {
  let most = 0;
  for (const value of more.values()) if (value > most) most = value;
  return none + most;
};

const put = (choices: Choices, { facet, weight }: Candidate): void => {
  const isOnly = facet.audience.visibility === 'only';
  if (!isOnly) choices.none += weight;
  for (const segment of namedBy(facet.audience))
    choices.more.set(segment, (choices.more.get(segment) ?? 0) + (isOnly ? weight : -weight));
  choices.most = mostOf(choices);
};

export const isAcross = ({ atoms }: Facet): boolean => atoms.length > 1;

/**
 * How much anybody sees at most, without walking profiles. Audiences within one atom: the fullest choice of
 * that atom. Audiences across atoms: counted as if everyone saw them. Never below the exact count, and grows
 * with every audience added, so it is never below the exact count of a part.
 */
export class Bound {
  private readonly byAtom = new Map<string, Choices>();
  private total = 0;
  private all = 0;

  /** Of the audiences that are everyone. */
  get everyone(): number {
    return this.all;
  }

  /** Over everybody. */
  get most(): number {
    return this.all + this.total;
  }

  add(candidate: Candidate): void {
    const { facet, weight } = candidate;
    const [atom] = facet.atoms;
    if (facet.reach === 'none') return;
    if (facet.reach === 'all') this.all += weight;
    else if (atom === undefined || isAcross(facet)) this.total += weight;
    else this.addWithin(atom, candidate);
  }

  /** Over some atoms, for the audiences that name no others; with a candidate that names them too. */
  over(atoms: Iterable<string>, across: number, candidate: Candidate | null): number {
    let sum = across + (candidate && isAcross(candidate.facet) ? candidate.weight : 0);
    for (const atom of atoms) {
      const isOwn = candidate && !isAcross(candidate.facet) && candidate.facet.atoms[0] === atom;
      sum += isOwn ? this.mostWith(atom, candidate) : (this.byAtom.get(atom)?.most ?? 0);
    }
    return sum;
  }

  private addWithin(atom: string, candidate: Candidate): void {
    const choices = this.byAtom.get(atom) ?? { none: 0, more: new Map(), most: 0 };
    this.byAtom.set(atom, choices);
    const before = choices.most;
    put(choices, candidate);
    this.total += choices.most - before;
  }

  private mostWith(atom: string, candidate: Candidate): number {
    const known = this.byAtom.get(atom);
    const choices: Choices = { none: known?.none ?? 0, more: new Map(known?.more), most: 0 };
    put(choices, candidate);
    return choices.most;
  }
}
