import { describe, expect, it } from 'vitest';
import type { Actor } from '@/core/abilities';
import type { FeedId, PostStatus, Role } from '@/core/model';
import { isNext, stepsOf } from './stepsOf';

const who = (role: Role, feeds: Actor['feeds'] = 'all'): Actor => ({
  id: '1',
  roles: [role],
  active: true,
  team: feeds === 'all' ? null : 't',
  feeds,
});
const feed = 'f' as FeedId;
const post = (status: PostStatus) => ({ status, feeds: [feed] });

describe('the next step of a post', () => {
  it('is submitting for an editor, and deciding is the manager’s alone', () => {
    expect(stepsOf(who('editor'), post('draft'))).toEqual(['submit']);
    expect(stepsOf(who('editor'), post('in-review'))).toEqual(['withdraw']);
    expect(stepsOf(who('manager'), post('in-review'))).toEqual(['review', 'withdraw']);
  });
  it('is nothing for staff, for administrators, and for feeds of other teams', () => {
    expect(stepsOf(who('staff'), post('draft'))).toEqual([]);
    expect(stepsOf(who('admin'), post('draft'))).toEqual([]);
    expect(stepsOf(who('editor', ['g' as FeedId]), post('draft'))).toEqual([]);
  });
  it('never makes taking back the large button', () => {
    expect(isNext('submit', 'draft')).toBe(true);
    expect(isNext('withdraw', 'approved')).toBe(false);
    expect(isNext('recall', 'released')).toBe(false);
  });
});
