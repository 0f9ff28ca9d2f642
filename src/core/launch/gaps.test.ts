import { describe, expect, it } from 'vitest';
import { aPhase, aPost, aStep } from '../../../tests/builders/launchParts';
import type { FeedRef, PostContent, References } from '../approval/content';
import type { Channel, FeedId, LaunchId, LogId, PostId, SegmentId } from '../model';
import { gapSentence } from '../words/launchGaps';
import type { LaunchContent, PhaseContent, StepContent } from './content';
import { gapsOf, gapsSeen, type NamedDay } from './gaps';

const at = (text: string) => Date.parse(`${text}+08:00`);
const launchAt = at('2026-11-11T20:00:00');
const feedId = (id: string) => id as FeedId;

const feed = (id: string, channel: Channel): [FeedId, FeedRef] => [
  feedId(id),
  {
    id: feedId(id),
    name: id,
    channel,
    zone: 'Asia/Shanghai',
    targets: '',
    overlap: 1,
    leadMinutes: 0,
    quietHours: null,
    active: true,
    log: `feed:${id}` as LogId,
    poolZone: 'Asia/Shanghai',
  },
];
const refs: References = {
  media: new Map([
    ['m1', { id: 'm1', sha256: 'aa', thumbSha256: null, width: 1, height: 1, alt: '', isVideo: false }],
  ]),
  feeds: new Map([feed('f1', 'wechat-moments'), feed('q1', 'flash-group')]),
  products: new Map(
    ['燕麦片', '早餐箱'].map((name, n) => [`p${n + 1}`, { id: `p${n + 1}`, name, price: 39, link: '' }]),
  ),
  offers: new Map([
    ['o1', { id: 'o1', name: '会员日满减', code: '', product: null }],
    ['o2', { id: 'o2', name: '尝鲜价', code: '', product: 'p2' }],
  ]),
  launches: new Map([
    [
      '7',
      {
        ...{ id: '7', name: '上市', approved: false, cancelled: false, changedBy: [] },
        ...{ launchAt, timezone: 'Asia/Shanghai' },
      },
    ],
  ]),
  segments: new Map([
    ['s1' as SegmentId, { id: 's1' as SegmentId, dimension: 'd' as never, name: '老客', wechatTag: '老客' }],
  ]),
  dimensions: new Map([
    ['d' as never, { id: 'd' as never, name: '生命周期', exclusive: true, changes: true }],
  ]),
};

const post = (more: Partial<PostContent> = {}): PostContent => aPost({ scheduledAt: launchAt, ...more });

interface Given {
  step?: Partial<StepContent>;
  phase?: Partial<PhaseContent>;
  posts?: PostContent[];
  holidays?: NamedDay[];
  phases?: PhaseContent[];
  /** What the script sells. */
  sold?: Pick<LaunchContent, 'product' | 'offer'>;
}

const nothing = { product: null, offer: null };

const gapsIn = ({
  step = {},
  phase = {},
  posts = [post()],
  holidays = [],
  phases,
  sold = nothing,
}: Given = {}) => {
  const content: LaunchContent = {
    id: '7' as LaunchId,
    name: '上市',
    ...sold,
    template: null,
    templateHash: '',
    launchAt,
    timezone: 'Asia/Shanghai',
    status: 'draft',
    phases: phases ?? [aPhase({ steps: [aStep({ feeds: [feedId('f1')], ...step })], ...phase })],
  };
  return gapsOf({ content, posts, refs, holidays, now: launchAt - 86_400_000, graceMinutes: 120 });
};
const said = (given?: Given) =>
  gapsIn(given).map((gap) => `${gap.stop ? '' : '（提示）'}${gapSentence(gap, refs, 'zh')}`);

describe('what a script still lacks', () => {
  it('16: nothing, when everything is there', () => {
    expect(said()).toEqual([]);
  });
  it('26: an offer for another product, once for the script and at each step that has its own', () => {
    const own = { product: 'p1', offer: 'o2' };
    expect(said({ sold: own, posts: [post(own)] })).toEqual([
      '（提示）「上市」用的优惠「尝鲜价」是「早餐箱」的，不是「燕麦片」的',
    ]);
    expect(said({ sold: { product: 'p1', offer: null }, posts: [post(own)] })).toEqual([
      '（提示）「开售」用的优惠「尝鲜价」是「早餐箱」的，不是「燕麦片」的',
    ]);
    expect(said({ sold: { product: 'p1', offer: null }, posts: [post({ offer: 'o2' })] })).toHaveLength(1);
  });
  it('26: an offer for the product, for any, or where no product is sold is no other', () => {
    for (const sold of [
      { product: 'p2', offer: 'o2' },
      { product: 'p1', offer: 'o1' },
      { product: null, offer: 'o2' },
    ])
      expect(said({ sold, posts: [post(sold)] })).toEqual([]);
  });
  it('16: pictures, by number', () => {
    expect(said({ step: { pictures: 3 } })).toEqual(['「开售」还没有图片，要 3 张']);
    expect(said({ step: { pictures: 3 }, posts: [post({ images: ['m1'] })] })).toEqual([
      '（提示）「开售」要 3 张图片，现在 1 张',
    ]);
  });
  it('16: copy of its own for a segment; a version with pictures of its own has some', () => {
    const variant = { key: 'k', segments: ['s1' as SegmentId], body: '', images: [], firstComments: [] };
    expect(said({ posts: [post({ variants: [variant] })] })).toEqual(['「开售」老客的文案还没写']);
    expect(said({ posts: [post({ variants: [{ ...variant, images: ['m1'] }] })] })).toEqual([]);
  });
  it('16: copy for a segment that its post could not take, and why', () => {
    const variants = [{ key: 'k', segments: ['s1'], body: '老客先买', firstComments: [] }];
    expect(said({ step: { variants }, posts: [post({ feeds: [feedId('f1'), feedId('q1')] })] })).toEqual([
      '（提示）「开售」写给老客的文案没用上：它也发快闪群，那里每个人看到的一样。文案还留在这一步的结构里',
    ]);
    expect(said({ step: { variants } })).toEqual([
      '（提示）「开售」写给老客的文案没用上：还留在这一步的结构里，要用就写进内容的分人群文案',
    ]);
    const own = { key: 'k', segments: ['s1' as SegmentId], body: '有了', images: [], firstComments: [] };
    expect(said({ step: { variants }, posts: [post({ variants: [own] })] })).toEqual([]);
  });
  it('16: blanks of the template, in versions and first comments too', () => {
    expect(said({ posts: [post({ body: '早，【填：一句话】', firstComments: ['【填：链接】'] })] })).toEqual([
      '「开售」还有要填的地方：【填：一句话】、【填：链接】',
    ]);
    expect(said({ posts: [post({ body: '【上新】开抢' })] })).toEqual([]);
  });
  it('16: a step without a time, without a feed, or whose post is not made yet', () => {
    expect(said({ posts: [], step: { offsetMinutes: null } })).toEqual([
      '「开售」没有说什么时候发：请填第几天、几点，或离开售几分钟',
    ]);
    expect(said({ posts: [], step: { feeds: [] } })).toEqual([
      '（提示）「开售」没有账号组，不会发：要发就选账号组',
    ]);
    expect(said({ posts: [] })).toEqual(['（提示）「开售」还没有生成内容']);
  });
  it('16: whatever keeps its post from being submitted', () => {
    expect(said({ posts: [post({ scheduledAt: null })] })).toHaveLength(1);
    expect(said({ posts: [post({ body: '{{product.price}}' })] })[0]).toContain('{{product.price}}');
    // What is decided on lacks nothing any more.
    expect(said({ posts: [post({ body: '{{product.price}}', status: 'released' })] })).toEqual([]);
  });
  it('17: phases ask for a step, for kinds, for few sales posts, and for a gap', () => {
    expect(said({ phase: { name: '引发兴趣', required: true, steps: [] }, posts: [] })).toEqual([
      '「引发兴趣」这个阶段至少要有一个步骤',
    ]);
    expect(said({ phase: { kinds: ['persona', 'knowledge'] } })).toEqual([
      '「开售」是卖货，这个阶段只能有人设、干货',
    ]);
    const two = [
      post(),
      post({ id: '2' as PostId, launchStep: 's2', title: '再开', scheduledAt: launchAt + 600_000 }),
    ];
    const steps = [
      aStep({ feeds: [feedId('f1')] }),
      aStep({ key: 's2', title: '再开', feeds: [feedId('f1')] }),
    ];
    expect(said({ phase: { name: '开售', steps, maxSales: 1 }, posts: two })).toEqual([
      '「开售」这个阶段最多 1 条卖货，现在 2 条',
    ]);
    expect(said({ phase: { steps, minGapMinutes: 30 }, posts: two })).toEqual([
      '「再开」离「开售」只有 10 分钟，这个阶段要隔 30 分钟',
    ]);
    const near = gapsIn({ phase: { steps, minGapMinutes: 30 }, posts: two });
    const seenBy = (...ids: string[]) =>
      gapsSeen(near, new Set(ids as PostId[])).map((gap) => gapSentence(gap, refs, 'en'));
    expect(seenBy('2')).toEqual(['“再开” is 10 min after a post of another team; this phase asks for 30']);
    expect(seenBy('2', String(two[0]?.id))).toEqual(near.map((gap) => gapSentence(gap, refs, 'en')));
    expect(seenBy(String(two[0]?.id))).toEqual([]);
    const [first, second] = two as [PostContent, PostContent];
    const apart = [first, { ...second, feeds: [feedId('q1')] }];
    expect(said({ phase: { steps, minGapMinutes: 30 }, posts: apart })).toEqual([]);
  });
  it('18: a flash group is posted to from its opening to its closing', () => {
    const inGroup = (key: string, minutes: number, flash: StepContent['flash'] = null) => ({
      step: aStep({ key, title: key, feeds: [feedId('q1')], offsetMinutes: minutes, flash }),
      post: post({
        id: key as PostId,
        launchStep: key,
        title: key,
        feeds: [feedId('q1')],
        scheduledAt: launchAt + minutes * 60_000,
      }),
    });
    const all = [
      inGroup('太早', -90),
      inGroup('开群', -60, 'opens'),
      inGroup('开售', 0),
      inGroup('解散', 60, 'closes'),
      inGroup('太晚', 90),
    ];
    expect(
      said({ phase: { steps: all.map(({ step }) => step) }, posts: all.map((one) => one.post) }),
    ).toEqual(['「太早」早于快闪群开群', '「太晚」晚于快闪群解散']);
  });
  it('19: a holiday is said, and stops nobody', () => {
    const holidays = [{ name: '双十一', from: at('2026-11-11T00:00:00'), to: at('2026-11-12T00:00:00') }];
    expect(said({ holidays })).toEqual(['（提示）「开售」那天是双十一']);
  });
  it('16: a post of no step is looked at like the others', () => {
    const own = post({ id: '9' as PostId, launchStep: '', title: '加的一条', body: '【填：什么】' });
    expect(said({ posts: [post(), own] })).toEqual(['「加的一条」还有要填的地方：【填：什么】']);
  });
});
