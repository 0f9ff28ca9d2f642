import { describe, expect, it } from 'vitest';
import { aPhase, aPost, aStep } from '../../../tests/builders/launchParts';
import type { Channel, FeedId, LaunchId, PostId, SegmentId } from '../model';
import { leftSentence, templateOrigin } from '../words/launchTemplate';
import type { ExceptionContent, LaunchContent } from './content';
import { leftOut, type SavedPost, templateFrom } from './saveAs';

const launchAt = Date.parse('2026-11-11T20:00:00+08:00');
const hour = 3_600_000;
const content: LaunchContent = {
  id: '7' as LaunchId,
  name: '上市',
  product: 'p1',
  offer: null,
  template: null,
  templateHash: '',
  launchAt,
  timezone: 'Asia/Shanghai',
  status: 'approved',
  phases: [
    aPhase<ExceptionContent>({ key: 'on-sale', steps: [aStep({ key: 's1' })] }),
    aPhase<ExceptionContent>({ key: 'review', steps: [aStep({ key: 's2', offsetDays: 1, time: '12:00' })] }),
  ],
};
const post = ({ replaces = null, ...more }: Partial<SavedPost> = {}): SavedPost => ({
  ...aPost({ product: 'p1', scheduledAt: launchAt, ...more }),
  replaces,
});
const [f1, f2, group] = ['f1', 'f2', 'g1'] as [FeedId, FeedId, FeedId];
const feeds = new Map<FeedId, { channel: Channel }>([
  [f1, { channel: 'wechat-moments' }],
  [f2, { channel: 'wechat-moments' }],
  [group, { channel: 'group' }],
]);
const stepsFrom = (posts: SavedPost[], script = content) =>
  templateFrom({ content: script, posts, feeds }).map(({ steps }) => steps);
const said = (posts: SavedPost[], script = content) =>
  leftOut({ content: script, posts, feeds }).map((one) => leftSentence(one, 'zh'));

it('29: the second post of a step is a step of its own, in the phase of its step', () => {
  const again = post({ id: '2' as PostId, title: '再来一条', scheduledAt: launchAt + 25 * hour });
  const [onSale] = stepsFrom([post(), again]);
  expect(onSale?.map(({ key, title, offsetDays, time }) => [key, title, offsetDays, time])).toEqual([
    ['s1', '开售', null, ''],
    ['own-1', '再来一条', 1, '21:00'],
  ]);
  expect(said([post(), again])).toEqual([]);
});

describe('29: a correction', () => {
  const correction = (id: string, replaces: string, more: Partial<SavedPost> = {}) =>
    post({
      id: id as PostId,
      replaces: replaces as PostId,
      launchStep: '',
      title: '开售（更正）',
      body: `第 ${id} 版`,
      scheduledAt: launchAt + hour,
      ...more,
    });
  const made = (posts: SavedPost[]) => [
    stepsFrom(posts)
      .flat()
      .map(({ key, title, body, offsetDays }) => [key, title, body, offsetDays]),
    said(posts),
  ];
  const last = ['s2', '开售', '开抢', 1];
  const recalled = '「开售」：内容（已作废）';

  it('stands in the place of what it corrects, whether that is recalled or not', () => {
    for (const status of ['released', 'recalled'] as const)
      expect(made([post({ status }), correction('2', '1')])).toEqual([
        [['s1', '开售', '第 2 版', null], last],
        [],
      ]);
  });

  it('without a time too, and before another post of the step', () => {
    const again = post({ id: '3' as PostId, title: '再来一条', scheduledAt: launchAt + 25 * hour });
    const [steps, left] = made([post(), again, correction('2', '1', { scheduledAt: null })]);
    expect(steps).toEqual([['s1', '开售', '第 2 版', null], ['own-1', '再来一条', '开抢', 1], last]);
    expect(left).toEqual([]);
  });

  it('of a correction stands there too, and one more beside it is a step of its own', () => {
    const [steps] = made([post(), correction('2', '1'), correction('3', '2'), correction('4', '1')]);
    expect(steps).toEqual([['s1', '开售', '第 3 版', null], ['own-1', '开售（更正）', '第 4 版', 0], last]);
  });

  it('that was recalled itself is named, and what it corrected is made again', () => {
    const gone = correction('2', '1', { status: 'recalled' });
    expect(made([post(), gone])).toEqual([
      [['s1', '开售', '开抢', null], last],
      ['「开售（更正）」：内容（已作废）'],
    ]);
  });

  it('is wanted for what was recalled: else that is named, and its step has no copy', () => {
    const script = { ...content, phases: [aPhase<ExceptionContent>({ steps: [aStep({ body: '' })] })] };
    const posts = [post({ status: 'recalled' })];
    expect(stepsFrom(posts, script)[0]?.map(({ key, body }) => [key, body])).toEqual([['s1', '']]);
    expect(made(posts)[1]).toEqual([recalled]);
  });
});

it('29: copy that a post could not take stays with its step', () => {
  const variants = [{ key: 'k', segments: ['s1'], body: '老客先买', firstComments: [] }];
  const script = { ...content, phases: [aPhase<ExceptionContent>({ steps: [aStep({ variants })] })] };
  expect(stepsFrom([post()], script)[0]?.[0]?.variants).toEqual(variants);
  const own = { key: 'own', segments: ['s2' as SegmentId], body: '有了', images: [], firstComments: [] };
  expect(stepsFrom([post({ variants: [own] })], script)[0]?.[0]?.variants.map(({ key }) => key)).toEqual([
    'own',
  ]);
});

it.each<[string, Partial<SavedPost>]>([
  ['链接', { link: 'https://shop.test/2' }],
  ['视频', { video: 'm1' }],
  ['谁可以看（会变成公开）', { audience: { visibility: 'only', segments: ['s1' as SegmentId] } }],
  [
    '分人群的图片',
    { variants: [{ key: 'k', segments: ['s1' as SegmentId], body: '', images: ['m1'], firstComments: [] }] },
  ],
  ['另选的商品', { product: 'p2' }],
  ['另选的优惠', { offer: 'o1' }],
  ['过期时间', { expiresAt: launchAt + hour }],
  ['只在当天有效', { dayBound: true }],
  ['优先级', { priority: 5 }],
  ['排不下时怎么办', { onConflict: 'hold' }],
  ['过了时间怎么办', { onLate: 'skip' }],
  ['整条（没有时间，也不属于任何步骤）', { launchStep: '', scheduledAt: null }],
  ['整条（离开售超过 180 天）', { launchStep: '', scheduledAt: launchAt + 181 * 24 * hour }],
  ['时间（离开售超过 180 天）', { scheduledAt: launchAt - 181 * 24 * hour }],
  ['整条（没有账号组）', { feeds: [] }],
  ['整条（没有账号组）', { feeds: ['gone' as FeedId] }],
])('29: what a step has no place for is named: %s', (part, more) => {
  expect(said([post(more)])).toEqual([`「开售」：${part}`]);
});

it('29: nothing is named that comes back, nor what a post of a step without a time keeps', () => {
  expect(said([post(), post({ launchStep: 's2', scheduledAt: null })])).toEqual([]);
});

it('29: a post for some feeds of a channel alone is named, where its script goes to the others too', () => {
  const own = '「开售」：另选的账号组（会发到同渠道的每个账号组）';
  const both = post({ id: '2' as PostId, launchStep: 's2', feeds: [f1, f2] });
  expect(said([post({ feeds: [f1] }), both])).toEqual([own]);
  expect(said([post({ feeds: [f1, f2] }), both])).toEqual([]);
  expect(said([post({ feeds: [group] }), both])).toEqual([]);
  const phases = [aPhase<ExceptionContent>({ steps: [aStep({ feeds: [f1, f2] })] })];
  expect(said([post({ feeds: [f1] })], { ...content, phases })).toEqual([own]);
});

it('29: nothing is farther from the launch than a step can be', () => {
  const far = post({ scheduledAt: launchAt - 181 * 24 * hour });
  const days = (posts: SavedPost[]) =>
    stepsFrom(posts)
      .flat()
      .map(({ offsetDays }) => offsetDays);
  expect(days([far, { ...far, id: '2' as PostId }])).toEqual([null, 1]);
  const near = post({ scheduledAt: launchAt + 180 * 24 * hour });
  expect([days([near]), said([near])]).toEqual([[180, 1], []]);
});

it('29: a template says where it comes from', () => {
  const origin = { name: '燕麦上市', launchAt, timezone: 'Asia/Shanghai', now: launchAt - 24 * hour };
  expect(templateOrigin(origin, 'zh')).toBe('由《燕麦上市》存成（11月11日 开售）。');
  expect(templateOrigin({ ...origin, now: launchAt + 400 * 24 * hour }, 'en')).toBe(
    'Saved from “燕麦上市” (launch: Nov 11, 2026).',
  );
});
