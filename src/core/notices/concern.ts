import { can } from '../abilities';
import type { Instant } from '../model';
import { hourMs } from '../time';
import type { Reader, Subject, World } from './types';

const soonMs = 2 * hourMs;
const dayMs = 24 * hourMs;

const canStillGo = ({ until }: Subject, now: Instant): boolean => until === null || now <= until;

/** Due within two hours, or overdue and still to be approved. */
export const isUrgent = (subject: Subject, now: Instant): boolean =>
  subject.due !== null && subject.due - now <= soonMs && canStillGo(subject, now);

export const isDueWithinDay = (subject: Subject, now: Instant): boolean =>
  subject.due !== null && subject.due - now <= dayMs && canStillGo(subject, now);

const thing = ({ type, feeds }: Subject) => ({
  type: type === 'post' ? ('posts' as const) : ('launch-scripts' as const),
  feeds,
});

/**
 * What is told by itself: a post whose script is decided on as a whole is not, nor one that is still written together
 * with its script.
 */
export function openIn({ subjects }: Pick<World, 'subjects'>): Subject[] {
  const scripts = new Map(
    subjects.filter(({ type }) => type === 'script').map((script) => [script.id, script] as const),
  );
  const isCovered = ({ script, status }: Subject): boolean => {
    const whole = script === null ? undefined : scripts.get(script);
    if (whole === undefined) return false;
    // Of an approved one what waits; its drafts are still told by themselves.
    if (whole.changed > 0) return status === 'in-review';
    return whole.status === 'in-review' || status !== 'in-review';
  };
  return subjects.filter((subject) => !isCovered(subject));
}

/**
 * Posts of approved scripts that this reader decides on by themselves: the whole script goes to feeds of other teams
 * too, or has a step that this reader changed.
 */
export function apartFor(reader: Reader, world: World): Subject[] {
  const { subjects } = world;
  const scripts = new Map(
    subjects.filter(({ type, changed }) => type === 'script' && changed > 0).map((one) => [one.id, one]),
  );
  return subjects.filter((subject) => {
    const whole = subject.script === null ? undefined : scripts.get(subject.script);
    return (
      whole !== undefined &&
      isInReview(subject) &&
      decidesOn(reader, subject, world) &&
      !decidesOn(reader, whole, world)
    );
  });
}

export const isInReview = ({ status }: Subject): boolean => status === 'in-review';

const mayDecide = (reader: Reader, subject: Subject): boolean =>
  can(reader, subject.type === 'post' ? 'post.approve' : 'script.approve', thing(subject));

export const decidesOn = (reader: Reader, subject: Subject, { approverMustDiffer }: World): boolean =>
  mayDecide(reader, subject) && !(approverMustDiffer && subject.changedBy.includes(reader.id));

/** Who may still write and submit it. Managers may too; it is not their work. */
export const writes = (reader: Reader, subject: Subject): boolean =>
  reader.roles.includes('editor') &&
  can(reader, subject.type === 'post' ? 'post.submit' : 'script.submit', thing(subject));

/** By due time, what has none last, then by subject: the same whatever the order it came in. */
export const byDue = (
  a: Pick<Subject, 'due' | 'type' | 'id'>,
  b: Pick<Subject, 'due' | 'type' | 'id'>,
): number =>
  (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) ||
  a.type.localeCompare(b.type) ||
  a.id.localeCompare(b.id, 'en', { numeric: true });
