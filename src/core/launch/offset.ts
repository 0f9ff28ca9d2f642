import type { Instant, TimeZone } from '../model';
import { addDays, daysBetween, isWallTime, localDateOf, resolveWall, wallTimeOf } from '../time';
import type { StepContent } from './content';

/** So many days before or after its launch a step may be. */
export const farthestStepDays = 180;

/** When a launch is: its instant, and the zone of its days and wall times. */
export interface LaunchTime {
  launchAt: Instant;
  timezone: TimeZone;
}

type Offset = Pick<StepContent, 'offsetDays' | 'time' | 'offsetMinutes'>;

/** Whether a step says when it is: a wall time on a day from the launch day, or minutes from the instant; not both. */
export const hasOffset = ({ offsetDays, time, offsetMinutes }: Offset): boolean =>
  offsetMinutes === null ? offsetDays !== null && isWallTime(time) : offsetDays === null;

/**
 * When a step is. A wall time that does not exist on its day moves forward, one that occurs twice takes the first.
 * Null: the step does not say.
 */
export function instantOf(step: Offset, { launchAt, timezone }: LaunchTime): Instant | null {
  if (!hasOffset(step)) return null;
  const { offsetDays, time, offsetMinutes } = step;
  if (offsetMinutes !== null) return launchAt + offsetMinutes * 60_000;
  return resolveWall(addDays(localDateOf(launchAt, timezone), offsetDays ?? 0), time, timezone);
}

/** The offset that a step would have to be at an instant, by day and wall time. */
export const offsetAt = (at: Instant, { launchAt, timezone }: LaunchTime): Offset => ({
  offsetDays: daysBetween(localDateOf(launchAt, timezone), localDateOf(at, timezone)),
  time: wallTimeOf(at, timezone),
  offsetMinutes: null,
});
