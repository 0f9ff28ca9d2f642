import { describe, expect, it } from 'vitest';
import type { DimensionId, FeedId, LogId, PostId, PostStatus, SegmentId } from '../model';
import { type CardState, type CardStateWord, summarise } from './cardState';
import type { PostContent, References } from './content';
import { fillPlaceholders, tokenValues, unfilledPlaceholders, valuesOf } from './placeholders';
import { checkSendNow, problemsOf } from './problems';
import { resolveView } from './view';
import { checkApproval, decideEdit } from './workflow';

const hour = 3_600_000;
/** 20:00 in Shanghai, 07:00 in New York. */
const at = Date.parse('2026-11-23T20:00:00+08:00');
const seg = (id: string) => id as SegmentId;
const life = 'd1' as DimensionId;

const feed = (id: string, zone = 'Asia/Shanghai') => ({
  id: id as FeedId,
  name: `账号组${id}`,
  channel: 'wechat-moments' as const,
  zone,
  targets: '',
  overlap: 1,
  leadMinutes: 0,
  quietHours: null,
  active: true,
  log: `feed:${id}` as LogId,
  poolZone: zone,
});

const media = (id: string, sha256: string, isVideo = false) => ({
  id,
  sha256,
  thumbSha256: null,
  width: 1080,
  height: 1080,
  alt: '',
  isVideo,
});

const refs: References = {
  media: new Map([
    ['m1', media('m1', 'aa')],
    ['m2', media('m2', 'bb')],
    ['v1', media('v1', 'cc', true)],
  ]),
  feeds: new Map([
    ['f1' as FeedId, feed('f1')],
    ['f2' as FeedId, feed('f2', 'America/New_York')],
  ]),
  products: new Map([['p1', { id: 'p1', name: '燕麦', price: 39.9, link: '' }]]),
  offers: new Map([['o1', { id: 'o1', name: '会员日', code: 'MEMBER8', product: null }]]),
  launches: new Map([
    [
      'l1',
      {
        id: 'l1',
        name: '燕麦上市',
        approved: true,
        cancelled: false,
        changedBy: [],
        launchAt: Date.parse('2026-11-25T20:00:00+08:00'),
        timezone: 'Asia/Shanghai',
      },
    ],
  ]),
  segments: new Map(
    ['s1', 's2', 's3'].map((id) => [
      seg(id),
      { id: seg(id), dimension: life, name: `人群${id}`, wechatTag: `标签${id}` },
    ]),
  ),
  dimensions: new Map([[life, { id: life, name: '生命周期', exclusive: true, changes: true }]]),
};

const post: PostContent = {
  id: '1' as PostId,
  title: '新品',
  kind: 'sales',
  body: '{{product.name}} 只要 {{product.price}} 元，找 {{staff.name}}',
  guidance: '先发图一',
  copyMode: 'exact',
  dayBound: false,
  firstComments: ['链接在这里'],
  images: ['m1', 'm2'],
  video: null,
  link: '',
  linkTitle: '',
  product: 'p1',
  offer: null,
  feeds: ['f1' as FeedId],
  audience: { visibility: 'except', segments: [seg('s3')] },
  variants: [{ key: 'new', segments: [seg('s1')], body: '新客这版', images: [], firstComments: [] }],
  scheduledAt: at,
  expiresAt: null,
  priority: 0,
  onConflict: 'defer',
  onLate: 'release',
  launchScript: null,
  launchStep: '',
  status: 'draft',
};

const day = { approvalCovers: 'day' } as const;
const viewOf = (change: Partial<PostContent> = {}, more: Partial<References> = {}, options = day) =>
  JSON.stringify(resolveView({ ...post, ...change }, { ...refs, ...more }, options));
const changedMedia = (id: string, sha: string) => new Map([...refs.media, [id, media(id, sha)]]);

describe('the view that an approval is bound to', () => {
  const seen: [string, Partial<PostContent>, Partial<References>?][] = [
    ['text', { body: '别的' }],
    ['first comments', { firstComments: [] }],
    ['order of images', { images: ['m2', 'm1'] }],
    ['bytes of an image', {}, { media: changedMedia('m1', 'a0') }],
    ['video', { images: [], video: 'v1' }],
    [
      'description of an image',
      {},
      { media: new Map([...refs.media, ['m1', { ...media('m1', 'aa'), alt: '加我' }]]) },
    ],
    ['launch', { launchScript: 'l1' }],
    ['link', { link: 'https://shop.example/1' }],
    ['price', {}, { products: new Map([['p1', { id: 'p1', name: '燕麦', price: 49.9, link: '' }]]) }],
    ['guidance', { guidance: '' }],
    ['copy mode', { copyMode: 'example' }],
    ['kind', { kind: 'knowledge' }],
    ['audience', { audience: { visibility: 'everyone' } }],
    [
      'name of a tag',
      {},
      {
        segments: new Map([
          ...refs.segments,
          [seg('s3'), { id: seg('s3'), dimension: life, name: '人群s3', wechatTag: '改名了' }],
        ]),
      },
    ],
    [
      'text of a variant',
      { variants: [{ key: 'new', segments: [seg('s1')], body: '改了', images: [], firstComments: [] }] },
    ],
    [
      'segments of a variant',
      { variants: [{ key: 'new', segments: [seg('s2')], body: '新客这版', images: [], firstComments: [] }] },
    ],
    ['no variant any more', { variants: [] }],
    ['feeds', { feeds: ['f1' as FeedId, 'f2' as FeedId] }],
  ];
  it.each(seen)('1: changes with %s', (_, change, more) => {
    expect(viewOf(change, more)).not.toBe(viewOf());
  });

  const planned: [string, Partial<PostContent>][] = [
    ['day', { scheduledAt: at + 24 * hour }],
    ['expiry', { expiresAt: at + hour }],
    ['conflict action', { onConflict: 'skip' }],
    ['what happens when it is late', { onLate: 'hold' }],
    ['priority', { priority: 5 }],
    ['binding to the day', { dayBound: true }],
  ];
  it.each(planned)('2: changes with %s', (_, change) => {
    expect(viewOf(change)).not.toBe(viewOf());
  });

  it('2: does not change with title and status', () => {
    expect(viewOf({ title: '换个名字', status: 'approved' })).toBe(viewOf());
  });

  it('3: does not change with the order of feeds, segments and variants', () => {
    const two = (order: 1 | -1) => {
      const variants = [
        { key: 'a', segments: [seg('s1')], body: 'A', images: [], firstComments: [] },
        { key: 'b', segments: [seg('s2')], body: 'B', images: [], firstComments: [] },
      ];
      const feeds = ['f1', 'f2'] as FeedId[];
      const audience = { visibility: 'only' as const, segments: [seg('s1'), seg('s2'), seg('s3')] };
      return order === 1
        ? { variants, feeds, audience }
        : {
            variants: [...variants].reverse(),
            feeds: [...feeds].reverse(),
            audience: { ...audience, segments: [...audience.segments].reverse() },
          };
    };
    expect(viewOf(two(-1))).toBe(viewOf(two(1)));
  });

  it('4: a variant takes from the base what it leaves empty', () => {
    const view = resolveView(post, refs, day);
    const variant = view.versions.find(({ key }) => key === 'new');
    expect(variant).toMatchObject({ text: '新客这版', images: ['aa', 'bb'], firstComments: ['链接在这里'] });
  });

  it('5: moving within the feed’s day keeps it; with approvals of the instant it does not', () => {
    const later = { scheduledAt: at + 2 * hour };
    expect(viewOf(later)).toBe(viewOf());
    const instant = { approvalCovers: 'instant' } as unknown as typeof day;
    expect(viewOf(later, {}, instant)).not.toBe(viewOf({}, {}, instant));
    const newYork = { feeds: ['f2' as FeedId] };
    // 20:00 + 5 h is another day in Shanghai, and still the same one in New York.
    expect(viewOf({ ...newYork, scheduledAt: at + 5 * hour })).toBe(viewOf(newYork));
    expect(viewOf({ scheduledAt: at + 5 * hour })).not.toBe(viewOf());
  });
});

describe('placeholders', () => {
  const values = { product: { id: 'p1', name: '燕麦', price: 39.9, link: '' }, offer: null, launch: null };
  it('6: fills product values and leaves personal ones', () => {
    expect(fillPlaceholders(post.body, values)).toBe('燕麦 只要 39.9 元，找 {{staff.name}}');
  });
  it('6: names what would reach customers unfilled', () => {
    expect(unfilledPlaceholders('{{offer.code}} {{ launch.time }} {{staff.name}}', values)).toEqual([
      'offer.code',
      'launch.time',
    ]);
  });
  const launching = (body: string, more: Partial<PostContent> = {}) => ({
    ...post,
    body,
    launchScript: 'l1',
    scheduledAt: Date.parse('2026-11-22T20:00:00+08:00'),
    ...more,
  });
  const textOf = (one: PostContent) => resolveView(one, refs, day).versions[0]?.text;
  it('12: the launch’s time and the countdown are filled in as read on the day of the post', () => {
    const body = '{{launch.time}}开售，还有 {{launch.countdown}}';
    expect(textOf(launching(body))).toBe('11月25日 20:00开售，还有 3 天');
    const morning = { scheduledAt: Date.parse('2026-11-25T10:30:00+08:00') };
    expect(textOf(launching(body, morning))).toBe('今晚 20:00开售，还有 不到 10 小时');
    expect(textOf(launching('Sale: {{launch.time}}', morning))).toBe('Sale: tonight at 20:00');
  });
  it('12: a post that goes where the clock is another says the date, and whose clock it is by', () => {
    const abroad = { feeds: ['f1', 'f2'] as FeedId[], scheduledAt: Date.parse('2026-11-24T23:30:00+08:00') };
    const body = '{{launch.time}}开售，还有 {{launch.countdown}}';
    expect(textOf(launching(body, abroad))).toBe('11月25日 20:00（北京时间）开售，还有 不到 21 小时');
    expect(textOf(launching(body, { ...abroad, feeds: ['f1' as FeedId] }))).toBe(
      '明晚 20:00开售，还有 不到 21 小时',
    );
  });
  it('12: a post that says either is bound to its day, and a countdown ends with the launch', () => {
    const { launchAt } = refs.launches.get('l1') as { launchAt: number };
    const held = (body: string, more = {}) => resolveView(launching(body, more), refs, day);
    expect(held('{{launch.time}} 见')).toMatchObject({ dayBound: true, expiresAt: null });
    expect(held('还有 {{launch.countdown}}')).toMatchObject({ dayBound: true, expiresAt: launchAt });
    const sooner = { expiresAt: launchAt - 1 };
    expect(held('还有 {{launch.countdown}}', sooner)).toMatchObject({ expiresAt: launchAt - 1 });
    expect(held('早安')).toMatchObject({ dayBound: false, expiresAt: null });
  });
  it('says of each shared token what it stands for in a post, or that it has no value', () => {
    const one = launching('早安', { product: 'p1', offer: null });
    const found = new Map(
      tokenValues(one.body, valuesOf(one, refs)).map(({ token, value }) => [token, value]),
    );
    expect(found.get('product.price')).toBe('39.9');
    expect(found.get('launch.time')).toBe('11月25日 20:00');
    expect(found.get('offer.code')).toBeNull();
    expect(
      [...found]
        .filter(([, value]) => value !== null)
        .every(([token, value]) => fillPlaceholders(`{{${token}}}早`, valuesOf(one, refs)) === `${value}早`),
    ).toBe(true);
  });
  it('12: a countdown after the launch has no value, and without a launch neither has', () => {
    const over = launching('还有 {{launch.countdown}}', {
      scheduledAt: Date.parse('2026-11-25T20:00:00+08:00'),
    });
    expect(unfilledPlaceholders(over.body, valuesOf(over, refs))).toEqual(['launch.countdown']);
    const none = launching('{{launch.time}}', { launchScript: null });
    expect(unfilledPlaceholders(none.body, valuesOf(none, refs))).toEqual(['launch.time']);
  });
});

describe('the workflow', () => {
  const question = {
    status: 'in-review' as const,
    given: 'h1',
    present: 'h1',
    approver: 'boss',
    changedBy: ['editor'],
    scriptChangedBy: ['editor'],
    approverMustDiffer: true,
  };
  const code = (change: Partial<Omit<typeof question, 'status'> & { status: PostStatus }>) =>
    checkApproval({ ...question, ...change }).map((reason) => reason.code);

  it('7: approves what is in review, unchanged and another’s', () => {
    expect(code({})).toEqual([]);
    expect(code({ status: 'draft', present: 'h2' })).toEqual(['wrong-status']);
    expect(code({ present: 'h2', changedBy: ['boss'] })).toEqual(['content-changed']);
    expect(code({ changedBy: ['boss'] })).toEqual(['own-change']);
    expect(code({ changedBy: ['boss'], approverMustDiffer: false })).toEqual([]);
    expect(code({ scriptChangedBy: ['boss'] })).toEqual(['own-script-change']);
    expect(code({ scriptChangedBy: ['boss'], approverMustDiffer: false })).toEqual([]);
  });

  it('8: a change after the approval lapses it, fences, or is refused', () => {
    const edit = {
      status: 'approved' as const,
      hashedContentChanged: true,
      planInputChanged: false,
      releasedCards: 0,
    };
    expect(decideEdit(edit)).toEqual({ ok: true, lapse: true, fence: true });
    expect(decideEdit({ ...edit, hashedContentChanged: false })).toEqual({
      ok: true,
      lapse: false,
      fence: false,
    });
    expect(decideEdit({ ...edit, hashedContentChanged: false, planInputChanged: true })).toEqual({
      ok: true,
      lapse: false,
      fence: true,
    });
    expect(decideEdit({ ...edit, releasedCards: 1 })).toMatchObject({
      ok: false,
      reasons: [{ code: 'locked' }],
    });
    expect(decideEdit({ ...edit, status: 'draft' })).toEqual({ ok: true, lapse: false, fence: false });
  });

  it('9: knows until when a post can go out', () => {
    const codes = (now: number, change: Partial<PostContent> = {}) =>
      problemsOf({ post: { ...post, ...change }, refs, now, graceMinutes: 120 }).map(
        (problem) => problem.code,
      );
    expect(codes(at + 2 * hour)).toEqual([]);
    expect(codes(at + 2 * hour + 1)).toEqual(['too-late']);
    expect(codes(at + 5 * hour, { expiresAt: at + 6 * hour })).toEqual([]);
    expect(codes(at + hour, { expiresAt: at + hour - 1 })).toEqual(['too-late']);
    expect(codes(at, { expiresAt: at })).toEqual(['ends-before-start']);
    expect(codes(at, { scheduledAt: null })).toEqual(['no-time']);
    expect(codes(at, { feeds: [] })).toEqual(['no-feeds']);
    expect(codes(at, { images: ['gone'] })).toEqual(['media-gone']);
    expect(codes(at, { images: ['v1'] })).toEqual(['image-expected']);
    expect(codes(at, { offer: null, body: '{{offer.code}}' })).toEqual(['placeholder']);
    expect(codes(at, { scheduledAt: Date.parse('9999-01-01') })).toEqual(['time-out-of-range']);
  });
});

it('10: the status sums up the cards', () => {
  const card = (state: CardStateWord): CardState => ({
    feed: 'f1' as FeedId,
    variantKey: 'base',
    state,
    plannedAt: null,
    reason: null,
  });
  const of = (...states: CardStateWord[]) => summarise(states.map(card));
  expect(of('released', 'recalled')).toBe('recalled');
  expect(of('released', 'held')).toBe('released');
  expect(of('held', 'deferred')).toBe('held');
  expect(of('planned', 'deferred')).toBe('deferred');
  expect(of('planned', 'expired')).toBe('approved');
  expect(of('skipped', 'expired')).toBe('expired');
  expect(of('skipped')).toBe('skipped');
});

it('11: a person hands a card out no earlier than was approved, and on no other day what is bound to one', () => {
  const codes = (wall: string, approvalCovers: 'day' | 'instant', dayBound: boolean) =>
    checkSendNow({
      card: { scheduledAt: at, dayBound, zone: 'Asia/Shanghai' },
      approvalCovers,
      now: Date.parse(`2026-11-${wall}+08:00`),
    }).map(({ code }) => code);
  expect(codes('22T23:59:59.999', 'day', false)).toEqual(['too-early']);
  expect(codes('23T00:00', 'day', true)).toEqual([]);
  expect(codes('23T19:59:59.999', 'instant', true)).toEqual(['too-early']);
  expect(codes('23T20:00', 'instant', true)).toEqual([]);
  expect(codes('23T23:59:59.999', 'day', true)).toEqual([]);
  expect(codes('24T00:00', 'day', true)).toEqual(['day-bound']);
  expect(codes('24T00:00', 'day', false)).toEqual([]);
});
