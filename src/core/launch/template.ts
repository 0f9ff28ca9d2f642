import type { MediaRef } from '../approval/content';
import type { Instant } from '../model';
import { addDays, daysBetween, isWallTime, localDateOf, resolveWall, wallTimeOf } from '../time';
import type { ExceptionContent, PhaseContent, StepContent } from './content';
import type { LaunchTime } from './offset';
import { stepView } from './view';

export type TemplateStatus = 'draft' | 'approved';

/** An exception as far from a launch as its template says, by days and wall times. */
export interface TemplateException extends Omit<ExceptionContent, 'from' | 'to'> {
  fromDays: number;
  fromTime: string;
  toDays: number;
  toTime: string;
}

/** A stored launch template in the core's words. */
export interface TemplateContent {
  id: string;
  name: string;
  nameEn: string;
  description: string;
  phases: readonly PhaseContent<TemplateException>[];
  status: TemplateStatus;
}

/** A step as a template has it: its images are SHA-256. */
export interface TemplateStepView extends StepContent {
  /** What each image shows, as it is read aloud. */
  imageTexts: readonly string[];
}

interface TemplatePhaseView extends Omit<PhaseContent<Omit<TemplateException, 'row'>>, 'steps'> {
  steps: readonly TemplateStepView[];
}

/** What an approval of a template is bound to: everything that a script is made from. */
export interface TemplateView {
  format: 1;
  name: string;
  phases: readonly TemplatePhaseView[];
}

/**
 * Resolves a template to what an approval is bound to; `files` has each picture by its id, so that a replaced file is
 * another picture, and so is one with another description.
 */
export const resolveTemplate = (
  { name, phases }: Pick<TemplateContent, 'name' | 'phases'>,
  files: ReadonlyMap<string, Pick<MediaRef, 'sha256' | 'alt'>>,
): TemplateView => ({
  format: 1,
  name,
  phases: phases.map((phase) => ({
    ...phase,
    kinds: [...phase.kinds].sort(),
    exceptions: phase.exceptions.map(({ row: _, ...exception }) => ({
      ...exception,
      feeds: [...exception.feeds].sort(),
    })),
    steps: phase.steps.map((step) => ({
      ...stepView(step),
      images: step.images.map((id) => files.get(id)?.sha256 ?? `missing:${id}`),
      imageTexts: step.images.map((id) => files.get(id)?.alt ?? ''),
    })),
  })),
});

const wall = (time: string): string => (isWallTime(time) ? time : '00:00');

/** An exception of a template at the dates that a launch gives it. */
export function datedException(
  { fromDays, fromTime, toDays, toTime, ...values }: TemplateException,
  { launchAt, timezone }: LaunchTime,
): ExceptionContent {
  const day = localDateOf(launchAt, timezone);
  const at = (days: number, time: string): Instant => resolveWall(addDays(day, days), wall(time), timezone);
  return { ...values, from: at(fromDays, fromTime), to: at(toDays, toTime) };
}

/** The other way round; null while it has no dates. */
export function relativeException(
  { from, to, ...values }: ExceptionContent,
  { launchAt, timezone }: LaunchTime,
): TemplateException | null {
  if (from === null || to === null) return null;
  const day = localDateOf(launchAt, timezone);
  const days = (at: Instant) => daysBetween(day, localDateOf(at, timezone));
  return {
    ...values,
    fromDays: days(from),
    fromTime: wallTimeOf(from, timezone),
    toDays: days(to),
    toTime: wallTimeOf(to, timezone),
  };
}
