import type { Instant } from '../model';
import type { ExceptionContent, KnownRule, LaunchContent, LaunchRefs } from './content';
import type { ExceptionField, ExceptionReason } from './reasons';

const dayMs = 86_400_000;
/** Longer is not an exception: then the rule itself is another one. */
export const longestExceptionDays = 31;
/** From the launch's instant, either way. */
export const farthestExceptionDays = 180;

export interface ExceptionProblem {
  /** Positions within the script. */
  phase: number;
  exception: number;
  field: ExceptionField;
  reason: ExceptionReason;
}

interface Question {
  exception: ExceptionContent;
  rule: KnownRule | null;
  refs: LaunchRefs;
  launchAt: Instant | null;
}

type Found = { field: ExceptionField; reason: ExceptionReason }[];

const at = (field: ExceptionField, reason: ExceptionReason): Found => [{ field, reason }];

const checkTime = ({ exception: { from, to }, launchAt }: Question): Found => {
  if (from === null || to === null)
    return at(from === null ? 'from' : 'to', { code: 'exception-without-time' });
  if (to <= from) return at('to', { code: 'exception-ends-before-start' });
  const days = Math.ceil((to - from) / dayMs);
  // A day on which the clock is put back has 25 hours.
  if (to - from > longestExceptionDays * dayMs + dayMs / 24) {
    return at('to', { code: 'exception-too-long', days, most: longestExceptionDays });
  }
  const far = launchAt === null ? 0 : Math.max(Math.abs(from - launchAt), Math.abs(to - launchAt));
  return far > farthestExceptionDays * dayMs
    ? at('from', { code: 'exception-far', days: farthestExceptionDays })
    : [];
};

const checkWhat = ({ exception, rule }: Question): Found => {
  const { limit, minGapMinutes, quietHours } = exception;
  const aboutRule = limit !== null || minGapMinutes !== null;
  if (!aboutRule && !quietHours) return at('limit', { code: 'exception-empty' });
  if (exception.rule === null) return aboutRule ? at('rule', { code: 'exception-without-rule' }) : [];
  if (rule === null) return at('rule', { code: 'exception-rule-gone' });
  const ruleName = rule.name;
  if (!rule.enabled) return at('rule', { code: 'exception-rule-off', ruleName });
  return rule.counts === 'daily' ? at('rule', { code: 'exception-rule-daily', ruleName }) : [];
};

const checkLimit = ({ exception: { limit }, rule }: Question): Found => {
  if (limit === null || rule === null) return [];
  const ruleName = rule.name;
  if (rule.limit === null) return at('limit', { code: 'exception-no-limit-to-raise', ruleName });
  return limit > rule.limit
    ? []
    : at('limit', { code: 'exception-limit-not-higher', ruleName, limit, ruleLimit: rule.limit });
};

const checkGap = ({ exception: { minGapMinutes: gap }, rule }: Question): Found => {
  if (gap === null || rule === null) return [];
  const ruleName = rule.name;
  const ruleGap = rule.minGapMinutes ?? 0;
  if (ruleGap === 0) return at('minGapMinutes', { code: 'exception-no-gap-to-shorten', ruleName });
  return gap < ruleGap
    ? []
    : at('minGapMinutes', { code: 'exception-gap-not-smaller', ruleName, gap, ruleGap });
};

const checkFeeds = ({ exception, refs }: Question): Found =>
  exception.feeds.every((id) => refs.feeds.has(id)) ? [] : at('feeds', { code: 'exception-feed-gone' });

const checkReason = ({ exception }: Question): Found =>
  exception.reason.trim() === '' ? at('reason', { code: 'exception-without-reason' }) : [];

const checks: readonly { id: string; test: (question: Question) => Found }[] = [
  { id: 'time', test: checkTime },
  { id: 'what', test: checkWhat },
  { id: 'limit', test: checkLimit },
  { id: 'gap', test: checkGap },
  { id: 'feeds', test: checkFeeds },
  { id: 'reason', test: checkReason },
];

/** Why the exceptions of a script cannot be as they are written, each with its place; empty: they can. */
export function exceptionProblems(content: LaunchContent, refs: LaunchRefs): ExceptionProblem[] {
  return content.phases.flatMap(({ exceptions }, phase) =>
    exceptions.flatMap((exception, n) => {
      const rule = (exception.rule && refs.rules.get(exception.rule)) || null;
      const question = { exception, rule, refs, launchAt: content.launchAt };
      return checks.flatMap(({ test }) => test(question).map((found) => ({ phase, exception: n, ...found })));
    }),
  );
}
