import type { Payload } from 'payload';
import type { ExceptionContent, PhaseContent, StepContent } from '@/core/launch';
import type { TemplateException } from '@/core/launch/template';
import type { Instant } from '@/core/model';

type Row = Record<string, unknown>;
type Id = string | number;

/** An id as the database has it: the core has text alone. */
export const typedId = ({ db }: Payload, id: string | null): Id | null =>
  id !== null && db.defaultIDType === 'number' ? Number(id) : id;

export const typedIds = (payload: Payload, ids: readonly string[]): (Id | null)[] =>
  ids.map((id) => typedId(payload, id));

export const commentRows = (texts: readonly string[]): Row[] => texts.map((text) => ({ text }));

export const variantRows = (payload: Payload, variants: StepContent['variants']): Row[] =>
  variants.map(({ segments, firstComments, ...variant }) => ({
    ...variant,
    segments: typedIds(payload, segments),
    firstComments: commentRows(firstComments),
  }));

const stepRow = (payload: Payload, step: StepContent): Row => {
  const { feeds, images, firstComments, variants, channels, ...values } = step;
  return {
    ...values,
    channels: [...channels],
    feeds: typedIds(payload, feeds),
    images: typedIds(payload, images),
    firstComments: commentRows(firstComments),
    variants: variantRows(payload, variants),
  };
};

/** Phases in the core's words as rows of `launch-scripts` or `launch-templates`, without ids. */
const phaseRows = <Exception>(
  payload: Payload,
  phases: readonly PhaseContent<Exception>[],
  exception: (one: Exception) => Row,
): Row[] =>
  phases.map(({ exceptions, steps, kinds, ...phase }) => ({
    ...phase,
    kinds: [...kinds],
    exceptions: exceptions.map(exception),
    steps: steps.map((step) => stepRow(payload, step)),
  }));

const relaxedRow = (
  payload: Payload,
  { row: _, rule, feeds, ...values }: Pick<ExceptionContent, 'row' | 'rule' | 'feeds'>,
): Row => ({
  ...values,
  rule: typedId(payload, rule),
  feeds: typedIds(payload, feeds),
});

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

export const scriptPhases = (payload: Payload, phases: readonly PhaseContent[]): Row[] =>
  phaseRows(payload, phases, ({ from, to, ...one }) => ({
    ...relaxedRow(payload, one),
    from: iso(from),
    to: iso(to),
  }));

export const templatePhases = (payload: Payload, phases: readonly PhaseContent<TemplateException>[]): Row[] =>
  phaseRows(payload, phases, (one) => relaxedRow(payload, one));
