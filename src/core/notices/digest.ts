import type { Instant } from '../model';
import { apartFor, byDue, decidesOn, isDueWithinDay, isInReview, openIn, writes } from './concern';
import type { Note, Reader, Returned, Subject, World } from './types';

/** A subject in a digest, and what the reader may do about it. */
export interface Line {
  subject: Subject;
  act: 'decide' | 'write';
}

/** What one person is told, or the group: the parts in the order in which they are read. */
export interface Digest {
  /** A person's id; `group` for everybody with a robot. */
  to: string;
  /** Due within 24 hours and not approved. */
  due: Line[];
  returned: Returned[];
  notes: Note[];
  /** What else waits for a decision of this person. */
  waiting: Line[];
}

export interface DigestQuestion {
  now: Instant;
  /** When the last digest went out; what came since is news. */
  since: Instant;
  returned: readonly Returned[];
  notes: readonly Note[];
}

const isNew = ({ submission }: Subject, since: Instant): boolean => (submission?.at ?? 0) > since;

const hasNews = ({ due, returned, notes, waiting }: Digest, since: Instant): boolean =>
  due.length + returned.length + notes.length > 0 || waiting.some(({ subject }) => isNew(subject, since));

/** The digests of one round; who has nothing new and nothing due gets none. RULES.md 9 to 12. */
export function digestsOf(world: World, question: DigestQuestion): Digest[] {
  const open = openIn(world).sort(byDue);
  const one = (to: string, lines: Line[], more: Pick<Digest, 'returned' | 'notes'>): Digest => ({
    to,
    due: lines.filter(({ subject }) => isDueWithinDay(subject, question.now)),
    waiting: lines.filter(({ subject, act }) => act === 'decide' && !isDueWithinDay(subject, question.now)),
    ...more,
  });
  const group = one('group', open.filter(isInReview).map(toDecide), {
    returned: [],
    notes: [],
  });
  const own = world.people.map((reader) =>
    one(
      reader.id,
      [...open, ...apartFor(reader, world)]
        .sort(byDue)
        .flatMap((subject) => linesFor(reader, subject, world)),
      {
        returned: question.returned
          .filter(({ to, at }) => to === reader.id && at > question.since)
          .sort((a, b) => byDue(a.subject, b.subject)),
        notes: question.notes
          .filter(({ to }) => to === reader.id)
          .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id)),
      },
    ),
  );
  return [...own, group].filter((digest) => hasNews(digest, question.since));
}

const toDecide = (subject: Subject): Line => ({ subject, act: 'decide' });

function linesFor(reader: Reader, subject: Subject, world: World): Line[] {
  if (isInReview(subject) && decidesOn(reader, subject, world)) return [toDecide(subject)];
  return writes(reader, subject) ? [{ subject, act: 'write' }] : [];
}
