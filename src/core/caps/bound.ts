import type { SegmentId } from '../model';
import type { Candidate } from './fullest';
import type { Facet, Space } from './space';

/**
 * For more profiles than are walked. Audiences within one atom: the fullest choice of each atom. Audiences
 * across atoms: counted as if everyone saw them. Grows with every audience added, so it is never below the
 * exact count of a part.
 */
export const boundOf = (
  space: Space,
  loads: ReadonlyMap<Facet, number>,
  candidate: Candidate | null,
): number => {
  let across = 0;
  const within = new Map<string, Candidate[]>();
  const all = [...loads].map(([facet, weight]): Candidate => ({ facet, weight }));
  for (const load of candidate ? [...all, candidate] : all) {
    const [atom, ...others] = load.facet.atoms;
    if (atom === undefined || others.length > 0) across += load.weight;
    else within.set(atom, [...(within.get(atom) ?? []), load]);
  }
  let sum = across;
  for (const loadsOfAtom of within.values()) sum += fullestChoice(space, loadsOfAtom);
  return sum;
};

const fullestChoice = (space: Space, loads: readonly Candidate[]): number => {
  const seen = (choice: SegmentId | null): number =>
    loads.reduce((total, { facet, weight }) => {
      const named = choice !== null && facet.named.includes(choice);
      return named === (facet.audience.visibility === 'only') ? total + weight : total;
    }, 0);
  const segments = space.atoms(loads.flatMap(({ facet }) => facet.named)).flatMap((atom) => atom.segments);
  return Math.max(seen(null), ...segments.map(seen));
};
