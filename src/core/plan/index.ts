export { entriesOf, nextWake } from './after';
export { comparePlanCards } from './order';
export { countedOf, plan } from './plan';
export { punctualMs, type Timing, timingOf } from './timing';
export {
  type Decision,
  type Outcome,
  outcomes,
  type PlacedEntry,
  type PlanCard,
  type PlanInput,
  type PlanSettings,
} from './types';
