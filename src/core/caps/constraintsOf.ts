import { compareIds } from '../ids';
import type { Constraint } from './constraint';
import { type DayCapWorld, dayCapConstraint, dayFinder } from './dayCap';
import type { CapRule } from './rule';
import { unsupportedConstraint, unsupportedRule } from './unsupported';

/** Every rule as a constraint, in the order of their ids. New kinds of rules are chosen here. */
export const constraintsOf = (rules: readonly CapRule[], world: DayCapWorld): Constraint[] => {
  const finder = world.finder ?? dayFinder(world);
  return [...rules]
    .sort((a, b) => compareIds(a.id, b.id))
    .map((rule) => {
      const unsupported = unsupportedRule(rule);
      return unsupported
        ? unsupportedConstraint(rule, unsupported)
        : dayCapConstraint(rule, { ...world, finder });
    });
};
