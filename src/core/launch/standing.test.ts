import { expect, it } from 'vitest';
import type { PostId } from '../model';
import type { Gap, GapReason } from './gaps';
import { inShort, type StandingPost, standingOf } from './standing';

const now = Date.parse('2035-11-10T12:00:00+08:00');
const hour = 3_600_000;
const post = (id: string, hours: number, { isOut = false, seen = true } = {}): StandingPost => ({
  id: id as PostId,
  title: id,
  scheduledAt: now + hours * hour,
  isOut,
  seen,
});
const gap = (
  reason: GapReason,
  { post = null, step = null }: { post?: string | null; step?: string | null },
) => ({ stop: !reason.code.startsWith('step-'), phase: 0, step, post, title: '', reason }) as Gap;
const phases = [{ steps: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] }] as never;

it('counts each post once, as out, lacking or ready', () => {
  const posts = [post('1', -2, { isOut: true }), post('2', 3), post('3', 1)];
  const gaps = [
    gap({ code: 'no-pictures', wanted: 3 }, { post: '2' }),
    gap({ code: 'no-pictures', wanted: 1 }, { post: '2' }),
  ];
  expect(standingOf({ phases }, { posts, gaps, now })).toEqual({
    ready: 1,
    lacking: 1,
    out: 1,
    unsent: 0,
    next: { title: '3', at: now + hour },
  });
});

it('28: names what goes out next of what the reader may see, and counts all of it', () => {
  const posts = [post('1', 1, { seen: false }), post('2', 3), post('3', 4)];
  expect(standingOf({ phases }, { posts, gaps: [], now })).toMatchObject({
    ready: 3,
    next: { title: '2', at: now + 3 * hour },
  });
  expect(standingOf({ phases }, { posts: posts.slice(0, 1), gaps: [], now })).toMatchObject({ next: null });
});

it('counts a step that should have a post as lacking, and one that goes nowhere apart', () => {
  const gaps = [
    gap({ code: 'step-without-post' }, { step: 'a' }),
    gap({ code: 'step-without-feed' }, { step: 'b' }),
  ];
  expect(standingOf({ phases }, { posts: [], gaps, now })).toMatchObject({
    lacking: 1,
    unsent: 1,
    next: null,
  });
});

it('does not call lacking what a holiday is only named for', () => {
  const gaps = [{ ...gap({ code: 'holiday', names: ['元旦'] }, { post: '2' }), stop: false }];
  expect(standingOf({ phases }, { posts: [post('2', 3)], gaps, now })).toMatchObject({
    ready: 1,
    lacking: 0,
  });
});

it('28: an approved script of which something waits, or is still to be submitted, is not called approved alone', () => {
  const of = (status: 'approved' | 'in-review', waiting: number, drafts: number) =>
    inShort({ status, waiting, drafts });
  expect(of('approved', 0, 0)).toEqual({ code: 'approved' });
  expect(of('approved', 2, 1)).toEqual({ code: 'approved-changed', waiting: 2, drafts: 1 });
  expect(of('approved', 0, 1)).toEqual({ code: 'approved-changed', waiting: 0, drafts: 1 });
  expect(of('in-review', 2, 1)).toEqual({ code: 'in-review' });
});
