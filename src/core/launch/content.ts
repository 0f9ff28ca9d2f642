import type { CapRule } from '../caps';
import type { FeedId, Instant, Kind, LaunchId, RuleId, TimeZone } from '../model';

export type ScriptStatus = 'draft' | 'in-review' | 'changes-requested' | 'approved' | 'cancelled';

/** A dated exception as it is written; nothing of it holds before the script is approved. */
export interface ExceptionContent {
  /** The id of its row: not part of what is approved. */
  row: string;
  rule: RuleId | null;
  /** Empty: all feeds. */
  feeds: readonly FeedId[];
  from: Instant | null;
  to: Instant | null;
  limit: number | null;
  minGapMinutes: number | null;
  quietHours: boolean;
  reason: string;
}

/** A step as it is written: one post of the launch, relative to its instant. */
export interface StepContent {
  key: string;
  offsetDays: number | null;
  time: string;
  offsetMinutes: number | null;
  kind: Kind;
  feeds: readonly FeedId[];
  title: string;
  body: string;
  variants: readonly { key: string; segments: readonly string[]; body: string }[];
  firstComments: readonly string[];
  guidance: string;
}

export interface PhaseContent {
  key: string;
  name: string;
  exceptions: readonly ExceptionContent[];
  steps: readonly StepContent[];
}

/** A stored launch script in the core's words. */
export interface LaunchContent {
  id: LaunchId;
  name: string;
  product: string | null;
  launchAt: Instant | null;
  timezone: TimeZone;
  phases: readonly PhaseContent[];
  status: ScriptStatus;
}

/** A rule with whether it holds at present: an exception to one that does not is a slip. */
export type KnownRule = CapRule & { enabled: boolean };

/** What scripts point at, by id. What a script names and is not here no longer exists. */
export interface LaunchRefs {
  rules: ReadonlyMap<RuleId, KnownRule>;
  feeds: ReadonlyMap<FeedId, { id: FeedId; name: string }>;
  products: ReadonlyMap<string, { id: string; name: string }>;
}

/**
 * The feeds that a script is about: what it names, or `all` where an exception names none. Who may not touch
 * one of them may not touch the script.
 */
export function feedsOfScript({ phases }: Pick<LaunchContent, 'phases'>): readonly FeedId[] | 'all' {
  const exceptions = phases.flatMap((phase) => phase.exceptions);
  if (exceptions.some(({ feeds }) => feeds.length === 0)) return 'all';
  const steps = phases.flatMap((phase) => phase.steps);
  return [...new Set([...exceptions, ...steps].flatMap(({ feeds }) => feeds))];
}
