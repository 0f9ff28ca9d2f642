import { describe, expect, it } from 'vitest';
import { aPost, aStep } from '../../../tests/builders/launchParts';
import type { FeedRef, LaunchRef, PostContent, ProductRef, References } from '../approval/content';
import { resolveView } from '../approval/view';
import type { FeedId } from '../model';
import { differsSince } from './since';

const first = Date.parse('2026-11-11T20:00:00+08:00');
const moved = first + 26 * 3_600_000;
const options = { approvalCovers: 'instant' } as const;

interface Now {
  launchAt?: number;
  name?: string;
  price?: number;
  post?: Partial<PostContent>;
}

const worldOf = ({ launchAt = first, name = '燕麦', price = 39.9, post = {} }: Now) => {
  const feed = { id: 'f1', name: '朋友圈', channel: 'wechat-moments', zone: 'Asia/Shanghai', targets: '' };
  const launch: LaunchRef = {
    ...{
      id: '7',
      name,
      approved: true,
      changedBy: [],
      cancelled: false,
      launchAt,
      timezone: 'Asia/Shanghai',
    },
  };
  const product: ProductRef = { id: 'p', name: '燕麦棒', price, link: '' };
  const refs: References = {
    media: new Map(),
    feeds: new Map([['f1' as FeedId, feed as unknown as FeedRef]]),
    products: new Map([['p', product]]),
    offers: new Map(),
    launches: new Map([['7', launch]]),
    segments: new Map(),
    dimensions: new Map(),
  };
  const body = '{{launch.time}}，{{product.price}} 元，还有 {{launch.countdown}}';
  return { refs, post: aPost({ body, product: 'p', scheduledAt: launchAt - 3_600_000, ...post }) };
};

const then = worldOf({});
const decided = resolveView(then.post, then.refs, options);

const differs = (now: Now, more: Partial<Parameters<typeof differsSince>[0]> = {}) =>
  differsSince({
    ...worldOf(now),
    options,
    before: decided,
    launch: { name: '燕麦', launchAt: first, timezone: 'Asia/Shanghai' },
    step: aStep({ offsetMinutes: -60 }),
    ...more,
  });

describe('what differs from a decision', () => {
  it('20 nothing, or nothing was decided', () => {
    expect(differs({})).toBe(false);
    expect(differs({ price: 3.99 }, { before: null })).toBe(false);
  });

  it('20 not what follows from another time and name of the launch', () => {
    expect(differs({ launchAt: moved, name: '燕麦二' })).toBe(false);
    expect(differs({ launchAt: moved }, { launch: null })).toBe(true);
  });

  it.each<[string, Now]>([
    ['a price', { price: 3.99 }],
    ['a price beside the move', { launchAt: moved, price: 3.99 }],
    ['words beside the move', { launchAt: moved, post: { body: '别的' } }],
  ])('20 %s', (_, now) => {
    expect(differs(now)).toBe(true);
  });

  it('20 a step that was given another time', () => {
    const post = { scheduledAt: first - 7_200_000 };
    expect(differs({ post }, { step: aStep({ offsetMinutes: -120 }) })).toBe(true);
  });
});
