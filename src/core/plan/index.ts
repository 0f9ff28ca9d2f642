export { entriesOf, nextWake } from './after';
export { plan, planInSteps } from './plan';
export type { Timing } from './timing';
export type { Decision, Outcome, PlacedEntry, PlanCard, PlanInput, PlanSettings } from './types';
