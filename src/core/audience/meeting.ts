import { compareIds } from '../ids';
import type { Audience, SegmentId } from '../model';
import type { Profile } from '../reasons';
import { namedBy } from './visible';

/**
 * The smallest profile of a customer who sees both, or null when nobody can. Exact for any number of segments.
 * @param atomOf what a customer has at most one segment of, for each segment
 */
export const meetingOf = (
  a: Audience,
  b: Audience,
  atomOf: (segment: SegmentId) => string,
): Profile | null => {
  const onlies = [a, b].filter(({ visibility }) => visibility === 'only');
  const barred = new Set(
    [a, b].filter(({ visibility }) => visibility === 'except').flatMap((audience) => namedBy(audience)),
  );
  const [first, second] = onlies.map((audience) =>
    namedBy(audience)
      .filter((segment) => !barred.has(segment))
      .sort(compareIds),
  );
  if (!first) return [];
  if (!second) return first[0] === undefined ? null : [first[0]];
  const shared = first.find((segment) => second.includes(segment));
  return shared !== undefined ? [shared] : pairOf(first, second, atomOf);
};

/** One of each that a customer can have together. */
const pairOf = (
  first: readonly SegmentId[],
  second: readonly SegmentId[],
  atomOf: (segment: SegmentId) => string,
): Profile | null => {
  for (const one of first) {
    const other = second.find((segment) => atomOf(segment) !== atomOf(one));
    if (other !== undefined) return [one, other].sort(compareIds);
  }
  return null;
};
