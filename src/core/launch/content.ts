import type { CapRule } from '../caps';
import type { Channel, FeedId, Instant, Kind, LaunchId, RuleId, TimeZone } from '../model';

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

export interface StepVariant {
  key: string;
  segments: readonly string[];
  body: string;
  firstComments: readonly string[];
}

/**
 * A step as it is written, relative to the launch's instant. Its copy is what its post is made from; from then on
 * the post has it, and the step says when, how and how many pictures.
 */
export interface StepContent {
  key: string;
  offsetDays: number | null;
  time: string;
  offsetMinutes: number | null;
  kind: Kind;
  feeds: readonly FeedId[];
  /** Of a template: the channels whose feeds it goes to. */
  channels: readonly Channel[];
  /** A flash group begins or ends with it. */
  flash: 'opens' | 'closes' | null;
  title: string;
  titleEn: string;
  body: string;
  variants: readonly StepVariant[];
  firstComments: readonly string[];
  images: readonly string[];
  /** How many pictures its post should have. */
  pictures: number;
  copyMode: 'exact' | 'example';
  /** For editors. */
  guidance: string;
  /** For staff, on their desk. */
  staffGuidance: string;
}

/** What a phase asks of its steps. */
export interface PhaseRules {
  /** It cannot be without a step. */
  required: boolean;
  /** Empty: all. */
  kinds: readonly Kind[];
  maxSales: number | null;
  minGapMinutes: number | null;
}

export interface PhaseContent<Exception = ExceptionContent> extends PhaseRules {
  key: string;
  name: string;
  nameEn: string;
  guidance: string;
  exceptions: readonly Exception[];
  steps: readonly StepContent[];
}

/** A stored launch script in the core's words. */
export interface LaunchContent {
  id: LaunchId;
  name: string;
  product: string | null;
  offer: string | null;
  /** What it was made from, and the hash of what was approved of it then; empty: nothing was. */
  template: string | null;
  templateHash: string;
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
  offers: ReadonlyMap<string, { id: string; name: string }>;
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
