export { applyChanges, type PlanChange } from './applyChanges';
export { diffPlans, type Fate, type Moved, movedIn } from './diffPlans';
export { holdersOf, onceAPost } from './holders';
export { cutTo, type Period, type PeriodReason, periodOf } from './period';
export type { Named, SimulateReason } from './reasons';
