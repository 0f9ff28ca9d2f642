import type { Instant } from '../model';
import { byDue, decidesOn, isInReview, isUrgent, openIn } from './concern';
import { type Subject, subjectKey, type World } from './types';

/** Told to each of `to` and to the group, once for its key. */
export interface Urgent {
  key: string;
  reason: 'due-within-two-hours' | 'overdue';
  subject: Subject;
  to: string[];
}

/** One for each subject and submission. */
export const urgentKey = (subject: Subject): string =>
  `urgent:${subjectKey(subject)}:${subject.submission?.n ?? 0}`;

/** What is to be told at once and was not yet. RULES.md 1 to 4. */
export function urgentOnes(
  world: World,
  { now, told }: { now: Instant; told: ReadonlySet<string> },
): Urgent[] {
  return openIn(world)
    .filter((subject) => isInReview(subject) && isUrgent(subject, now) && !told.has(urgentKey(subject)))
    .sort(byDue)
    .map((subject) => ({
      key: urgentKey(subject),
      reason: (subject.due ?? now) < now ? 'overdue' : 'due-within-two-hours',
      subject,
      to: world.people.filter((reader) => decidesOn(reader, subject, world)).map(({ id }) => id),
    }));
}
