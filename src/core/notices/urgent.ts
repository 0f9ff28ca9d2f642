import type { Instant } from '../model';
import { apartFor, byDue, decidesOn, isInReview, isUrgent, openIn } from './concern';
import { type Reader, type Subject, subjectKey, type World } from './types';

/** Told to each of `to` and to the group, once for its key. */
export interface Urgent {
  key: string;
  reason: 'due-within-two-hours' | 'overdue';
  subject: Subject;
  to: string[];
  /** Groups with a robot are told of it too. */
  group: boolean;
}

/** One for each subject and submission; of an approved script, of its post that gives the due time. */
export function urgentKey(subject: Subject, subjects: readonly Subject[]): string {
  const key = `urgent:${subjectKey(subject)}`;
  const waiting = subjects.filter((post) => post.script === subject.id && isInReview(post));
  const [first] = subject.changed > 0 ? waiting.sort(byDue) : [];
  return first ? `${key}:${first.id}:${first.submission?.n ?? 0}` : `${key}:${subject.submission?.n ?? 0}`;
}

/** What is to be told at once and was not yet. RULES.md 1 to 4. */
export function urgentOnes(
  world: World,
  { now, told }: { now: Instant; told: ReadonlySet<string> },
): Urgent[] {
  const isNow = (subject: Subject): boolean =>
    isInReview(subject) && isUrgent(subject, now) && !told.has(urgentKey(subject, world.subjects));
  const urgent = (subject: Subject, people: readonly Reader[], group: boolean): Urgent => ({
    key: urgentKey(subject, world.subjects),
    reason: (subject.due ?? now) < now ? 'overdue' : 'due-within-two-hours',
    subject,
    to: people.filter((reader) => decidesOn(reader, subject, world)).map(({ id }) => id),
    group,
  });
  const apart = new Map(world.people.map((reader) => [reader, new Set(apartFor(reader, world))]));
  const ofSome = world.subjects.filter(isNow).flatMap((subject) => {
    const people = world.people.filter((reader) => apart.get(reader)?.has(subject));
    return people.length === 0 ? [] : [urgent(subject, people, false)];
  });
  const ofAll = openIn(world)
    .filter(isNow)
    .map((subject) => urgent(subject, world.people, true));
  return [...ofAll, ...ofSome].sort((a, b) => byDue(a.subject, b.subject));
}
