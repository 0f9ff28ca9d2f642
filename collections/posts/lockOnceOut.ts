import type { Field, FieldAccess } from 'payload';

interface Stored {
  status?: unknown;
  cards?: unknown;
}

const out: ReadonlySet<unknown> = new Set(['released', 'recalled']);

const allOut = ({ status }: Stored): boolean => out.has(status);
const someOut = ({ status, cards }: Stored): boolean =>
  out.has(status) || (Array.isArray(cards) && cards.some(({ state }) => out.has(state)));

/**
 * Read-only in the form alone: Payload asks for a form without sibling data, for a write with them. There it
 * would drop the value in silence; the law (`settleChange`) refuses in words what changes content that is out.
 */
const inFormUnless =
  (closed: (post: Stored) => boolean): FieldAccess =>
  ({ doc, siblingData }) =>
    siblingData !== undefined || !closed(doc ?? {});

/** What customers never see. */
const neverLocked: ReadonlySet<string> = new Set(['title', 'occasion']);

/** Fields of which staff have the content already are shown and not offered for writing. */
export const lockOnceOut = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'row') return { ...field, fields: lockOnceOut(field.fields) };
    if (!('name' in field) || field.type === 'ui' || neverLocked.has(field.name)) return field;
    // What is not out yet may still move within its day.
    const closed = field.name === 'scheduledAt' ? allOut : someOut;
    return { ...field, access: { ...field.access, update: inFormUnless(closed) } } as Field;
  });
