import type { CapRule } from '../caps/rule';
import type { Channel, Locale } from '../model';

/** A cap rule as it is offered to a new team, before it has an id and feeds. */
export type DefaultCap = Pick<CapRule, 'kinds' | 'channels' | 'counts' | 'scope' | 'window' | 'limit'> & {
  name: Record<Locale, string>;
  source: Record<Locale, string>;
};

/** WeChat folds a text after this many lines or characters, whichever comes first. */
export interface Folding {
  lines: number;
  chars: number;
  source: Record<Locale, string>;
}

export interface ChannelFacts {
  /** `tags`: everyone, only or except tags. `everyone`: all who are in it, nothing else. */
  visibility: 'tags' | 'everyone';
  /** What a post can carry beside its text; images, video and link never go together. */
  media: { images: boolean; video: boolean; link: boolean };
  /** `bytes` is UTF-8; null: no limit known. */
  limits: { chars: number | null; bytes: number | null; images: number; firstComments: number };
  /** Where the first comments go: below the post, or as the next messages of the chat. */
  firstCommentsAs: 'comment' | 'message';
  /** Default of a setting; null: not folded. */
  folding: Folding | null;
  defaultCaps: readonly DefaultCap[];
}

const everyMedium = { images: true, video: true, link: true } as const;

const foldingOfMoments: Folding = {
  lines: 6,
  chars: 110,
  source: {
    zh: '经验值：超过 6 行或约 110–180 字会被折叠成「全文」，随微信版本变化，可在设置里调整',
    en: 'Experience: texts beyond 6 lines or about 110 to 180 characters are folded; varies with WeChat’s releases, adjustable in settings',
  },
};

/** A chat message: all members see it, nothing is folded, first comments are sent after it. */
const chat: ChannelFacts = {
  visibility: 'everyone',
  media: everyMedium,
  limits: { chars: 2000, bytes: null, images: 9, firstComments: 5 },
  firstCommentsAs: 'message',
  folding: null,
  defaultCaps: [],
};

/** What each channel can show. The only place that knows; numbers that are folklore are defaults. */
export const channelTable: Readonly<Record<Channel, ChannelFacts>> = {
  'wechat-moments': {
    visibility: 'tags',
    media: everyMedium,
    limits: { chars: 2000, bytes: null, images: 9, firstComments: 5 },
    firstCommentsAs: 'comment',
    folding: foldingOfMoments,
    defaultCaps: [
      {
        name: { zh: '日常卖货每天最多 3 条', en: 'At most 3 ordinary sales posts a day' },
        kinds: ['sales'],
        channels: ['wechat-moments'],
        counts: 'daily',
        scope: 'customer',
        window: { unit: 'day' },
        limit: 3,
        source: {
          zh: '行业经验：日常卖货一天超过 3 条，容易被屏蔽或删除',
          en: 'Experience of the trade: beyond 3 ordinary sales posts a day customers mute or leave',
        },
      },
    ],
  },
  'wecom-moments': {
    visibility: 'tags',
    media: everyMedium,
    limits: { chars: 2000, bytes: 4000, images: 9, firstComments: 5 },
    firstCommentsAs: 'comment',
    folding: foldingOfMoments,
    // Company posts (4 a month for a customer) are another product of WeCom; these are the personal ones.
    defaultCaps: [
      {
        name: { zh: '企微朋友圈每天最多 3 条', en: 'At most 3 WeCom Moments a day' },
        kinds: [],
        channels: ['wecom-moments'],
        counts: 'all',
        scope: 'customer',
        window: { unit: 'day' },
        limit: 3,
        source: {
          zh: '企业微信：每位客户每天最多看到同一成员的 3 条个人朋友圈，随版本变化',
          en: 'WeCom shows a customer at most 3 personal posts of one member a day; varies with its releases',
        },
      },
    ],
  },
  group: chat,
  'flash-group': chat,
  'one-to-one': chat,
};

/** The default caps of all channels in the table's order, for a new team. */
export const defaultCaps: readonly DefaultCap[] = Object.values(channelTable).flatMap(
  (facts) => facts.defaultCaps,
);
