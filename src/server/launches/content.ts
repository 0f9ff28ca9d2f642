import type { ExceptionContent, LaunchContent, PhaseContent, ScriptStatus, StepContent } from '@/core/launch';
import type { Channel, FeedId, Kind, LaunchId, RuleId } from '@/core/model';
import { commentsOf, idOf, idsOf, instantOf, text } from '../posts/content';

type Row = Record<string, unknown>;

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
export const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const feedsOf = (value: unknown): FeedId[] => [...new Set(idsOf(value))] as FeedId[];

/** What an exception relaxes, and why; scripts and templates say each in their way when. */
export const relaxedBy = (row: Row): Omit<ExceptionContent, 'from' | 'to'> => ({
  row: String(row.id ?? ''),
  rule: idOf(row.rule) as RuleId | null,
  feeds: feedsOf(row.feeds),
  limit: number(row.limit),
  minGapMinutes: number(row.minGapMinutes),
  quietHours: row.quietHours === true,
  reason: text(row.reason),
});

const exceptionOf = (row: Row): ExceptionContent => ({
  ...relaxedBy(row),
  from: instantOf(row.from),
  to: instantOf(row.to),
});

const stepOf = (row: Row): StepContent => ({
  key: text(row.key),
  offsetDays: number(row.offsetDays),
  time: text(row.time),
  offsetMinutes: number(row.offsetMinutes),
  kind: row.kind as Kind,
  feeds: feedsOf(row.feeds),
  channels: textsOf(row.channels) as Channel[],
  flash: row.flash === 'opens' || row.flash === 'closes' ? row.flash : null,
  title: text(row.title),
  titleEn: text(row.titleEn),
  body: text(row.body),
  variants: rowsOf(row.variants).map((variant) => ({
    key: text(variant.key),
    segments: idsOf(variant.segments),
    body: text(variant.body),
    firstComments: commentsOf(variant.firstComments),
  })),
  firstComments: commentsOf(row.firstComments),
  images: idsOf(row.images),
  pictures: number(row.pictures) ?? 0,
  copyMode: row.copyMode === 'example' ? 'example' : 'exact',
  guidance: text(row.guidance),
  staffGuidance: text(row.staffGuidance),
});

/** Rows of phases, as templates and scripts have them. */
export const phasesOf = <Exception>(
  value: unknown,
  exception: (row: Row) => Exception,
): PhaseContent<Exception>[] =>
  rowsOf(value).map((phase) => ({
    key: text(phase.key),
    name: text(phase.name),
    nameEn: text(phase.nameEn),
    guidance: text(phase.guidance),
    required: phase.required === true,
    kinds: textsOf(phase.kinds) as Kind[],
    maxSales: number(phase.maxSales),
    minGapMinutes: number(phase.minGapMinutes),
    exceptions: rowsOf(phase.exceptions).map(exception),
    steps: rowsOf(phase.steps).map(stepOf),
  }));

/** A row of `launch-scripts`, as the database or a hook has it, in the core's words. */
export const launchOf = (row: Row): LaunchContent => ({
  id: String(row.id) as LaunchId,
  name: text(row.name),
  product: idOf(row.product),
  offer: idOf(row.offer),
  template: idOf(row.template),
  templateHash: text(row.templateHash),
  launchAt: instantOf(row.launchAt),
  timezone: text(row.timezone),
  phases: phasesOf(row.phases, exceptionOf),
  status: (row.status as ScriptStatus | undefined) ?? 'draft',
});
