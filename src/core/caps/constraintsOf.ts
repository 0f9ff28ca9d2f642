import type { SegmentWorld } from '../audience';
import { compareIds } from '../ids';
import type { TimeZone } from '../model';
import { calendarCap, type WindowCap } from './calendarCap';
import type { Constraint } from './constraint';
import type { CapException } from './exception';
import { type Gap, gapConstraint } from './gap';
import { type Level, levelsOf } from './level';
import { quietHoursConstraint } from './quietHours';
import { rollingCap } from './rollingCap';
import { type CapRule, isOverDays } from './rule';
import { spaceOf } from './space';
import { unsupportedConstraint, unsupportedRule } from './unsupported';

/** What rules are evaluated in: one pool. */
export interface CapWorld extends Pick<SegmentWorld, 'segments' | 'dimensions'> {
  /** The pool's timezone: its calendar has the windows. */
  zone: TimeZone;
  exceptions?: readonly CapException[];
  /** For tests: how many profiles are walked at most. */
  mostProfiles?: number;
}

export interface Constraints {
  /** All of them, in the order of the rules' ids; the cheap ones of a rule first. */
  all: readonly Constraint[];
  quiet: Constraint;
  caps: readonly WindowCap[];
  gaps: readonly Gap[];
}

const isGap = (rule: CapRule): rule is CapRule & { minGapMinutes: number } => (rule.minGapMinutes ?? 0) > 0;
const hasLimit = (rule: CapRule): rule is CapRule & { limit: number } => rule.limit !== null;

/** Every rule as constraints. New kinds of rules are chosen here. */
export const constraintsOf = (rules: readonly CapRule[], world: CapWorld): Constraints => {
  const exceptions = world.exceptions ?? [];
  const withinDays = spaceOf({ ...world, overDays: false });
  const overDays = spaceOf({ ...world, overDays: true });
  const capOf = (level: Level): WindowCap => {
    const { unit, hours } = level.rule.window;
    const space = isOverDays(level.rule) ? overDays : withinDays;
    const place = { level, space, zone: world.zone };
    return unit === 'rolling-hours' ? rollingCap(hours ?? 0, place) : calendarCap(unit, place);
  };
  const caps: WindowCap[] = [];
  const gaps: Gap[] = [];
  const quiet = quietHoursConstraint(exceptions);
  const all: Constraint[] = [quiet];
  for (const rule of [...rules].sort((a, b) => compareIds(a.id, b.id))) {
    const unsupported = unsupportedRule(rule);
    if (unsupported) {
      all.push(unsupportedConstraint(rule, unsupported));
      continue;
    }
    if (isGap(rule)) {
      const gap = gapConstraint({ rule, exceptions, space: overDays, zone: world.zone });
      gaps.push(gap);
      all.push(gap);
    }
    if (!hasLimit(rule)) continue;
    const own = levelsOf(rule, exceptions).map(capOf);
    caps.push(...own);
    all.push(...own);
  }
  return { all, quiet, caps, gaps };
};
