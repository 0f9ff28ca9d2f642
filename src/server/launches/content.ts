import type { ExceptionContent, LaunchContent, PhaseContent, ScriptStatus } from '@/core/launch';
import type { FeedId, Kind, LaunchId, RuleId } from '@/core/model';
import { commentsOf, idOf, idsOf, instantOf, text } from '../posts/content';

type Row = Record<string, unknown>;

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const feedsOf = (value: unknown): FeedId[] => [...new Set(idsOf(value))] as FeedId[];

const exceptionOf = (row: Row): ExceptionContent => ({
  row: String(row.id ?? ''),
  rule: idOf(row.rule) as RuleId | null,
  feeds: feedsOf(row.feeds),
  from: instantOf(row.from),
  to: instantOf(row.to),
  limit: number(row.limit),
  minGapMinutes: number(row.minGapMinutes),
  quietHours: row.quietHours === true,
  reason: text(row.reason),
});

const stepOf = (row: Row): PhaseContent['steps'][number] => ({
  key: text(row.key),
  offsetDays: number(row.offsetDays),
  time: text(row.time),
  offsetMinutes: number(row.offsetMinutes),
  kind: row.kind as Kind,
  feeds: feedsOf(row.feeds),
  title: text(row.title),
  body: text(row.body),
  variants: rowsOf(row.variants).map((variant) => ({
    key: text(variant.key),
    segments: idsOf(variant.segments),
    body: text(variant.body),
  })),
  firstComments: commentsOf(row.firstComments),
  guidance: text(row.guidance),
});

/** A row of `launch-scripts`, as the database or a hook has it, in the core's words. */
export const launchOf = (row: Row): LaunchContent => ({
  id: String(row.id) as LaunchId,
  name: text(row.name),
  product: idOf(row.product),
  launchAt: instantOf(row.launchAt),
  timezone: text(row.timezone),
  phases: rowsOf(row.phases).map((phase) => ({
    key: text(phase.key),
    name: text(phase.name),
    exceptions: rowsOf(phase.exceptions).map(exceptionOf),
    steps: rowsOf(phase.steps).map(stepOf),
  })),
  status: (row.status as ScriptStatus | undefined) ?? 'draft',
});
