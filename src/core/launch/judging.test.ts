import { describe, expect, it } from 'vitest';
import { carriedOver, judgingIn, judgingOf, type ShownScript } from './judging';

const script = (hash: string, posts: Record<string, string>, done: readonly string[] = []): ShownScript => ({
  contentHash: hash,
  posts: Object.entries(posts).map(([post, contentHash]) => ({
    post,
    contentHash,
    waits: !done.includes(post),
  })),
});

const before = script('h1', { a: '1', b: '1', c: '1' });
const judging = {
  ...judgingOf(before),
  opened: ['a', 'c'],
  asks: { a: '换张图', c: '短一点' },
  comment: '差不多了',
};

describe('what a reader did on the page of a script', () => {
  it('25 stays as it is while the script is as it was shown', () => {
    expect(carriedOver(judging, before)).toBe(judging);
  });

  it('25 is carried over to what the script is now: changed and added posts are fresh', () => {
    const now = script('h2', { a: '1', b: '2', c: '1', d: '1' });
    const after = carriedOver(judging, now);
    expect(after).toEqual({
      ...judging,
      hash: 'h2',
      shown: { a: '1', b: '2', c: '1', d: '1' },
      fresh: ['b', 'd'],
    });
    const again = carriedOver(after, script('h3', { a: '2', b: '2', c: '1', d: '1' }));
    expect(again.fresh, 'what was fresh stays so').toEqual(['a', 'b', 'd']);
  });

  it('25 forgets comments on what is gone or no longer waits, and keeps the others', () => {
    const after = carriedOver(judging, script('h2', { b: '1', c: '1' }, ['b']));
    expect(after).toMatchObject({ asks: { c: '短一点' }, opened: ['c'], fresh: [], comment: '差不多了' });
    expect(carriedOver(judging, script('h2', { a: '1', c: '1' }, ['a'])).asks).toEqual({ c: '短一点' });
  });

  it('25 is read back as it was written, and nothing else is', () => {
    expect(judgingIn(JSON.stringify(judging))).toEqual(judging);
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"hash":"h1"}',
      JSON.stringify({ ...judging, asks: { a: 1 } }),
    ]) {
      expect(judgingIn(text), text).toBeNull();
    }
  });
});
