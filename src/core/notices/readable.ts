import type { Actor } from '../abilities';
import { type Commented, mayRead } from '../comments/readers';

/** What there is of what notices are about, by subject (`posts:12`), with the feeds of posts. */
export type Present = ReadonlyMap<string, { type: Commented; feeds: readonly string[] }>;

/** RULES.md 16: whether this person, as he is now, may read everything that a notice is about. */
export const mayStillRead = (
  reader: Actor | undefined,
  about: readonly string[],
  present: Present,
): boolean =>
  about.every((subject) => {
    const thing = present.get(subject);
    return reader !== undefined && thing !== undefined && mayRead(reader, thing);
  });
