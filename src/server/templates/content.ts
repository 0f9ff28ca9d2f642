import type { TemplateContent, TemplateException } from '@/core/launch/template';
import { number, phasesOf, relaxedBy } from '../launches/content';
import { text } from '../posts/content';

type Row = Record<string, unknown>;

const exceptionOf = (row: Row): TemplateException => ({
  ...relaxedBy(row),
  fromDays: number(row.fromDays) ?? 0,
  fromTime: text(row.fromTime),
  toDays: number(row.toDays) ?? 0,
  toTime: text(row.toTime),
});

/** A row of `launch-templates`, as the database or a hook has it, in the core's words. */
export const templateOf = (row: Row): TemplateContent => ({
  id: String(row.id),
  name: text(row.name),
  nameEn: text(row.nameEn),
  description: text(row.description),
  phases: phasesOf(row.phases, exceptionOf),
  status: row.status === 'approved' ? 'approved' : 'draft',
});
