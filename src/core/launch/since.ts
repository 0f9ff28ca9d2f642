import { changesBetween } from '../approval/changes';
import type { PostContent, References } from '../approval/content';
import { type ResolvedView, resolveView, type ViewOptions } from '../approval/view';
import type { StepContent } from './content';
import { instantOf } from './offset';
import type { LaunchView } from './view';

/** A post of a script, and a decision on it. */
export interface SinceQuestion {
  post: PostContent;
  refs: References;
  options: ViewOptions;
  /** What was decided on; null: nothing was. */
  before: ResolvedView | null;
  /** The script as it was decided on then. */
  launch: Pick<LaunchView, 'name' | 'launchAt' | 'timezone'> | null;
  /** Of the script, as it is now. */
  step: StepContent | undefined;
}

/** The post as its step would have it at the launch of then. */
function viewThen({ post, refs, options, launch, step }: SinceQuestion): ResolvedView | null {
  const known = post.launchScript === null ? undefined : refs.launches.get(post.launchScript);
  if (!known || !step || !launch || launch.launchAt === null) return null;
  const { name, launchAt, timezone } = launch;
  const launches = new Map(refs.launches).set(known.id, { ...known, name, launchAt, timezone });
  const scheduledAt = instantOf(step, { launchAt, timezone });
  return resolveView({ ...post, scheduledAt }, { ...refs, launches }, options);
}

/**
 * Whether a post is another than was decided on, values of placeholders included. What follows from the name and time of
 * its launch alone is no difference: that is told of the script, once.
 */
export function differsSince(question: SinceQuestion): boolean {
  const { before, post, refs, options } = question;
  if (before === null) return false;
  const isSame = (view: ResolvedView | null) => view !== null && changesBetween(before, view).length === 0;
  return !isSame(resolveView(post, refs, options)) && !isSame(viewThen(question));
}
