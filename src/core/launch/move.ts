import type { Instant, PostId } from '../model';
import type { LaunchContent, PhaseContent, StepContent } from './content';
import { type LaunchMove, movedSpan, movedWithLaunch } from './launchMove';
import { instantOf } from './offset';

/** What moving a launch needs to know of one of its posts. */
export interface MovablePost {
  id: PostId;
  launchStep: string;
  scheduledAt: Instant | null;
  expiresAt: Instant | null;
  /** One of its cards is out: it stays. */
  isOut: boolean;
}

/** `step`: with its step. `own`: moved by hand before, so it keeps its own distance. `stays`: out, or without a time. */
export type HowMoved = 'step' | 'own' | 'stays';

export interface MovedPost {
  post: PostId;
  how: HowMoved;
  from: Instant | null;
  to: Instant | null;
  expiresAt: Instant | null;
}

type Movable = Pick<LaunchContent, 'launchAt' | 'timezone' | 'phases'>;

export const stepsOf = ({ phases }: { phases: readonly PhaseContent<unknown>[] }): StepContent[] =>
  phases.flatMap(({ steps }) => steps);

const countsOf = (step: StepContent | undefined): 'days' | 'minutes' =>
  step && step.offsetMinutes !== null ? 'minutes' : 'days';

function movedPost(post: MovablePost, step: StepContent | undefined, move: LaunchMove): MovedPost {
  const { id, scheduledAt, expiresAt, isOut } = post;
  if (isOut || scheduledAt === null) {
    return { post: id, how: 'stays', from: scheduledAt, to: scheduledAt, expiresAt };
  }
  const counts = countsOf(step);
  const at = (launchAt: Instant) => (step ? instantOf(step, { launchAt, timezone: move.zone }) : null);
  const isAtStep = at(move.from) === scheduledAt;
  return {
    post: id,
    how: isAtStep ? 'step' : 'own',
    from: scheduledAt,
    to: (isAtStep ? at(move.to) : null) ?? movedWithLaunch(scheduledAt, move, counts),
    expiresAt: expiresAt === null ? null : movedWithLaunch(expiresAt, move, counts),
  };
}

/** Where the posts of a launch go when it moves to another instant; what is out stays. */
export function movedPosts(launch: Movable, posts: readonly MovablePost[], to: Instant): MovedPost[] {
  const { launchAt, timezone } = launch;
  if (launchAt === null) return [];
  const steps = new Map(stepsOf(launch).map((step) => [step.key, step]));
  const move = { from: launchAt, to, zone: timezone };
  return posts.map((post) => movedPost(post, steps.get(post.launchStep), move));
}

/** The exceptions of a launch, by their rows, where they go when it moves. Half-written ones stay. */
export function movedExceptions(
  { launchAt, timezone, phases }: Movable,
  to: Instant,
): Map<string, { from: Instant; to: Instant }> {
  if (launchAt === null) return new Map();
  const move = { from: launchAt, to, zone: timezone };
  return new Map(
    phases.flatMap(({ exceptions }) =>
      exceptions.flatMap(({ row, from, to: until }) =>
        from === null || until === null ? [] : [[row, movedSpan({ from, to: until }, move)] as const],
      ),
    ),
  );
}
