export {
  type ExceptionContent,
  feedsOfScript,
  type KnownRule,
  type LaunchContent,
  type LaunchRefs,
  type PhaseContent,
  type ScriptStatus,
} from './content';
export { type ExceptionProblem, exceptionProblems } from './exceptionProblems';
export { exceptionsOf } from './exceptionsOf';
export type { ExceptionReason, ScriptAction, ScriptReason } from './reasons';
export { type LaunchView, resolveLaunch } from './view';
export {
  checkScriptApproval,
  checkScriptStatus,
  isPossible,
  scriptActions,
  scriptProblems,
} from './workflow';
