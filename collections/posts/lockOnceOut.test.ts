import type { Field } from 'payload';
import { describe, expect, it } from 'vitest';
import { lockOnceOut } from './lockOnceOut';

const names = ['title', 'body', 'scheduledAt'] as const;
const [title, body, scheduledAt] = lockOnceOut(
  names.map((name): Field => ({ name, type: 'text' })),
) as unknown as { access?: { update?: (asked: object) => boolean } }[];

const open = (field: typeof body, doc: object, more: object = {}): boolean =>
  field?.access?.update?.({ doc, ...more }) ?? true;

describe('the fields of a post that is out', () => {
  it('are read-only in the form, but for the title', () => {
    const doc = { status: 'released' };
    expect([title, body, scheduledAt].map((field) => open(field, doc))).toEqual([true, false, false]);
  });
  it('leave the time open while some cards still wait', () => {
    const doc = { status: 'held', cards: [{ state: 'released' }, { state: 'held' }] };
    expect([title, body, scheduledAt].map((field) => open(field, doc))).toEqual([true, false, true]);
  });
  it('are open before', () => {
    expect(open(body, { status: 'approved', cards: [{ state: 'planned' }] })).toBe(true);
  });
  it('never drop a written value in silence: the law refuses it in words', () => {
    expect(open(body, { status: 'released' }, { siblingData: {} })).toBe(true);
  });
});
