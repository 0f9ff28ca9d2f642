import type { SegmentId } from '../model';
import type { Candidate } from './fullest';
import type { Facet } from './space';

/**
 * How much anybody sees at most, without walking profiles. Audiences within one atom: the fullest choice of
 * that atom. Audiences across atoms: counted as if everyone saw them. Never below the exact count, and grows
 * with every audience added, so it is never below the exact count of a part.
 */
export interface Bound {
  add(facet: Facet, weight: number): void;
  /** Over all atoms. */
  readonly total: number;
  /** Over some atoms, for the audiences that name no others; with a candidate that names them too. */
  over(atoms: Iterable<string>, across: number, candidate: Candidate | null): number;
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
  for (const segment of facet.named)
    choices.more.set(segment, (choices.more.get(segment) ?? 0) + (isOnly ? weight : -weight));
  choices.most = mostOf(choices);
};

export const isAcross = ({ atoms }: Facet): boolean => atoms.length > 1;

export const boundOf = (): Bound => {
  const byAtom = new Map<string, Choices>();
  let total = 0;

  const withCandidate = (atom: string, candidate: Candidate): number => {
    const known = byAtom.get(atom);
    const choices: Choices = { none: known?.none ?? 0, more: new Map(known?.more), most: 0 };
    put(choices, candidate);
    return choices.most;
  };

  return {
    get total() {
      return total;
    },
    add(facet, weight) {
      const [atom] = facet.atoms;
      if (atom === undefined || isAcross(facet)) {
        total += weight;
        return;
      }
      const choices = byAtom.get(atom) ?? { none: 0, more: new Map(), most: 0 };
      byAtom.set(atom, choices);
      const before = choices.most;
      put(choices, { facet, weight });
      total += choices.most - before;
    },
    over(atoms, across, candidate) {
      let sum = across + (candidate && isAcross(candidate.facet) ? candidate.weight : 0);
      for (const atom of atoms) {
        const isOwn = candidate && !isAcross(candidate.facet) && candidate.facet.atoms[0] === atom;
        sum += isOwn ? withCandidate(atom, candidate) : (byAtom.get(atom)?.most ?? 0);
      }
      return sum;
    },
  };
};
