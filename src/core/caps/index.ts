export type { Constraint, Refusal } from './constraint';
export { type CapWorld, type Constraints, constraintsOf } from './constraintsOf';
export type { CountedCard, QuietHours } from './counted';
export type { CapException } from './exception';
export type { GapBreach } from './gap';
export {
  type Assumption,
  type CounterExample,
  fullestOf,
  type Proof,
  type ProofInput,
  prove,
  proveInSteps,
} from './prove';
export { quietUntil } from './quietHours';
export {
  appliesTo,
  type CapRule,
  concernsFeed,
  isCount,
  reachInDays,
  type WindowUnit,
} from './rule';
export { unsupportedRule } from './unsupported';
export { type Entry, type UsageInput, usage, type WindowUsage } from './usage';
