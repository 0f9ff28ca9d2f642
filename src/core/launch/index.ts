export {
  type ExceptionContent,
  feedsOfScript,
  type KnownRule,
  type LaunchContent,
  type LaunchRefs,
  type PhaseContent,
  type ScriptStatus,
  type StepContent,
} from './content';
export { type ExceptionProblem, exceptionProblems } from './exceptionProblems';
export { exceptionsOf } from './exceptionsOf';
export { type Gap, type GapReason, gapsOf, gapsSeen, type NamedDay, otherOffer } from './gaps';
export type { LaunchMove } from './launchMove';
export {
  type ChosenFeed,
  type KnownSegment,
  type MadePost,
  type PostDraft,
  postOf,
  scriptFrom,
} from './make';
export { type HowMoved, type MovedPost, movedExceptions, movedPosts, stepsOf } from './move';
export { instantOf } from './offset';
export type { ChangedPost, ChangedSince, ExceptionReason, ScriptAction, ScriptReason } from './reasons';
export { type InShort, inShort, type Standing, standingOf } from './standing';
export {
  type Band,
  type OpenTime,
  type Timeline,
  type TimelineDay,
  type TimelineItem,
  timelineOf,
} from './timeline';
export { type LaunchView, resolveLaunch, type WholeLaunch, wholeLaunch } from './view';
export {
  checkScriptApproval,
  checkScriptStatus,
  isFar,
  isPossible,
  type ScriptState,
  scriptActions,
  scriptProblems,
} from './workflow';
