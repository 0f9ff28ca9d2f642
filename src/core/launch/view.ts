import type { FeedId, Instant, RuleId, TimeZone } from '../model';
import type { ExceptionContent, LaunchContent, LaunchRefs, StepContent } from './content';

/** An exception with the names of what it is about: a rule that is renamed is approved anew. */
export interface ExceptionView {
  rule: { id: RuleId; name: string } | null;
  feeds: readonly { id: FeedId; name: string }[];
  from: Instant | null;
  to: Instant | null;
  limit: number | null;
  minGapMinutes: number | null;
  quietHours: boolean;
  reason: string;
}

interface PhaseView {
  key: string;
  name: string;
  exceptions: readonly ExceptionView[];
  steps: readonly StepContent[];
}

/** What an approval of a script is bound to. Order is fixed wherever it carries no meaning. */
export interface LaunchView {
  format: 1;
  name: string;
  product: { id: string; name: string } | null;
  launchAt: Instant | null;
  timezone: TimeZone;
  phases: readonly PhaseView[];
}

const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};
const sortedIds = <T extends string>(ids: readonly T[]): T[] => [...ids].sort();

function exceptionView(exception: ExceptionContent, refs: LaunchRefs): ExceptionView {
  const { row: _, rule, feeds, ...values } = exception;
  return {
    ...values,
    rule: rule === null ? null : { id: rule, name: refs.rules.get(rule)?.name ?? '' },
    feeds: sortedIds(feeds).map((id) => ({ id, name: refs.feeds.get(id)?.name ?? '' })),
  };
}

const stepView = (step: StepContent): StepContent => ({
  ...step,
  feeds: sortedIds(step.feeds),
  variants: step.variants.map((variant) => ({ ...variant, segments: sortedIds(variant.segments) })),
});

/** Resolves a script to what an approval is bound to: all that is written, and the names of what it changes. */
export function resolveLaunch(content: LaunchContent, refs: LaunchRefs): LaunchView {
  const { name, product, launchAt, timezone, phases } = content;
  return {
    format: 1,
    name,
    product: product === null ? null : { id: product, name: refs.products.get(product)?.name ?? '' },
    launchAt,
    timezone,
    phases: phases.map((phase) => ({
      key: phase.key,
      name: phase.name,
      exceptions: phase.exceptions.map((exception) => exceptionView(exception, refs)).sort(byText),
      steps: phase.steps.map(stepView),
    })),
  };
}
