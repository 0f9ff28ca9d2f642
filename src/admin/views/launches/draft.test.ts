import { describe, expect, it } from 'vitest';
import type { FormTemplate, LaunchForm } from '@/server/screens/launchForm';
import { copiesFor, instantFrom, offerIsFor, postsOf, usualFeeds, usualSegments, type Values } from './draft';

const step = (key: string, channels: string[], variants: { key: string; segments: string[] }[] = []) => ({
  key,
  offsetDays: 0,
  time: '20:00',
  offsetMinutes: null,
  feeds: [],
  channels,
  variants,
});
const template = {
  channels: [
    { channel: 'wechat-moments', steps: 1 },
    { channel: 'group', steps: 1 },
  ],
  steps: [
    {
      exceptions: [],
      steps: [step('a', ['wechat-moments'], [{ key: 'new', segments: [] }]), step('b', ['group'])],
    },
  ],
} as unknown as FormTemplate;

const feed = (id: string, channel: string) => ({ id, channel, name: id, targets: '' });
const form = (feeds: ReturnType<typeof feed>[]) =>
  ({
    feeds,
    timezone: 'Asia/Shanghai',
    dimensions: [
      { id: 'taste', name: '偏好', exclusive: false },
      { id: 'life', name: '生命周期', exclusive: true },
    ],
    segments: [
      { id: 's1', name: '新茶', key: 'new', dimension: 'taste' },
      { id: 's2', name: '新客', key: 'new', dimension: 'life' },
      { id: 's3', name: '老客', key: 'old', dimension: 'life' },
    ],
  }) as unknown as LaunchForm;
const all = form([feed('1', 'wechat-moments'), feed('2', 'flash-group'), feed('3', 'group')]);
const values = (more: Partial<Values>): Values => ({
  template: 't',
  product: '',
  offer: '',
  date: '2035-11-11',
  time: '20:00',
  feeds: ['1', '3'],
  segments: [],
  name: '',
  ...more,
});

it('reads a day and a wall time in the zone of the product; half of it is no instant', () => {
  expect(instantFrom('2035-11-11', '20:00', 'Asia/Shanghai')).toBe(Date.parse('2035-11-11T12:00:00Z'));
  expect(instantFrom('', '20:00', 'Asia/Shanghai')).toBeNull();
  expect(instantFrom('2035-11-11', '25:00', 'Asia/Shanghai')).toBeNull();
});

describe('what is ticked to begin with', () => {
  it('segments with copy, of an exclusive dimension alone', () => {
    expect(usualSegments(all, template)).toEqual(['s2']);
    expect(copiesFor(template, { id: 's2', key: 'new' })).toBe(1);
    expect(copiesFor(template, { id: 's3', key: 'old' })).toBe(0);
  });

  it('feeds of the channels that the template goes to', () => {
    expect(usualFeeds(all, template)).toEqual(['1', '3']);
  });

  it('feeds of WeCom where there are none of WeChat Moments', () => {
    expect(usualFeeds(form([feed('4', 'wecom-moments')]), template)).toEqual(['4']);
  });
});

it('counts the posts as the server would make them: none for a channel without a feed', () => {
  const made = postsOf(all, template, values({ feeds: ['1'], segments: ['s2'] }));
  expect(made.map(({ draft }) => [draft.launchStep, draft.variants.length])).toEqual([['a', 1]]);
  expect(postsOf(all, template, values({ date: '' }))).toEqual([]);
});

it('counts those whose copy for segments cannot be used, because they go to a group too', () => {
  const variants = [{ key: 'new', segments: [] }];
  const mixed = {
    ...template,
    steps: [{ exceptions: [], steps: [step('a', ['wechat-moments', 'group'], variants)] }],
  } as unknown as FormTemplate;
  const unused = (feeds: string[]) =>
    postsOf(all, mixed, values({ feeds, segments: ['s2', 's3'] })).map((one) =>
      one.unused.map(({ key }) => key),
    );
  expect(unused(['1', '3'])).toEqual([['new']]);
  expect(unused(['1'])).toEqual([[]]);
});

it('names the product that the chosen offer is for, where another is chosen', () => {
  const offered = {
    products: [
      { id: 'p1', name: '早餐箱' },
      { id: 'p2', name: '坚果盒' },
    ],
    offers: [
      { id: 'o1', product: 'p1' },
      { id: 'any', product: null },
    ],
  } as unknown as LaunchForm;
  const said = (product: string, offer: string) => offerIsFor(offered, values({ product, offer }));
  expect(said('p2', 'o1')).toBe('早餐箱');
  expect(said('p1', 'o1')).toBeNull();
  expect(said('p2', 'any')).toBeNull();
  expect(said('', 'o1')).toBeNull();
  expect(said('p2', '')).toBeNull();
});
