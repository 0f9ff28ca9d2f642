import { type Actor, scopeOf } from '../abilities';

/** What comments are about. */
export const commented = ['posts', 'launch-scripts'] as const;
export type Commented = (typeof commented)[number];

export interface ReadQuestion {
  type: Commented;
  /** Of the post; they decide nothing for a script. */
  feeds: readonly string[];
}

/** RULES.md 5: whether this person may read the subject. */
export function mayRead(person: Actor, { type, feeds }: ReadQuestion): boolean {
  const scope = scopeOf(person, 'read', type);
  if (scope !== 'team') return scope === 'all';
  if (person.team === null || person.feeds === 'all' || feeds.length === 0) return true;
  const own = new Set<string>(person.feeds ?? []);
  return feeds.some((feed) => own.has(feed));
}
