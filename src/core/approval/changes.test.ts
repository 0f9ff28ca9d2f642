import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes';
import type { ResolvedView, VersionView } from './view';

const version = (more: Partial<VersionView> = {}): VersionView => ({
  key: 'base',
  audience: { visibility: 'everyone', segments: [] },
  text: '早安',
  firstComments: [],
  images: ['a', 'b'],
  imageTexts: ['', ''],
  video: null,
  link: null,
  ...more,
});

const view = (more: Partial<ResolvedView> = {}): ResolvedView => ({
  format: 1,
  kind: 'sales',
  copyMode: 'exact',
  guidance: '',
  dayBound: false,
  priority: 0,
  onConflict: 'defer',
  onLate: 'release',
  expiresAt: null,
  feeds: [],
  when: [],
  launch: null,
  versions: [version()],
  ...more,
});

const named = (before: ResolvedView, after: ResolvedView) =>
  changesBetween(before, after).map((change) =>
    change.of === 'post' ? change.field : `${change.version}.${change.field}`,
  );

describe('changesBetween', () => {
  it('says nothing about equal views', () => {
    expect(named(view(), view())).toEqual([]);
  });
  it('names each field that differs, and no other', () => {
    expect(named(view(), view({ kind: 'notice', priority: 1 }))).toEqual(['kind', 'priority']);
  });
  it('sees another order of pictures', () => {
    expect(named(view(), view({ versions: [version({ images: ['b', 'a'] })] }))).toEqual(['base.images']);
  });
  it('tells versions apart: added, removed, changed', () => {
    const before = view({
      versions: [version(), version({ key: 'old' }), version({ key: 'new', text: '一' })],
    });
    const after = view({
      versions: [version(), version({ key: 'new', text: '二' }), version({ key: 'vip' })],
    });
    expect(named(before, after)).toEqual(['new.text', 'vip.added', 'old.removed']);
  });
});
