export type { Constraint, Refusal } from './constraint';
export { constraintsOf } from './constraintsOf';
export type { CapException } from './exception';
export type { CountedCard } from './counted';
export { type DayCap, type DayCapWorld, dayCapConstraint } from './dayCap';
export { type Fullest, type FullestFinder, fullestFinder, type Load } from './fullest';
export { type Assumption, type Proof, type ProofInput, prove } from './prove';
export {
  appliesTo,
  type CapRule,
  type CapScope,
  type RuleSubject,
  type WindowUnit,
} from './rule';
export { unsupportedRule } from './unsupported';
export { type DayUsage, type Entry, type UsageInput, usage } from './usage';
