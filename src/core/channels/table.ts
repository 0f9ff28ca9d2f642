import type { CapRule } from '../caps/rule';
import type { Channel, Locale } from '../model';

/** A cap rule of a new installation, before it has an id and feeds. */
export type DefaultCap = Omit<CapRule, 'id' | 'name' | 'feeds'> & {
  /** Off where a person has to say first what it is about. */
  enabled: boolean;
  name: Record<Locale, string>;
  /** Where the number comes from. */
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
        // One customer, one impression: what is sold on WeCom beside it counts too.
        channels: ['wechat-moments', 'wecom-moments'],
        counts: 'daily',
        scope: 'customer',
        window: { unit: 'day' },
        limit: 3,
        minGapMinutes: null,
        enabled: true,
        source: {
          zh: '行业经验，不是微信的规定：日常卖货一天超过 3 条，容易被客户屏蔽或删除。发售剧本另外排，不计在内。可以按自己的客户调整。',
          en: 'Experience of the trade, no rule of WeChat: beyond 3 ordinary sales posts a day customers mute or leave. Launches are planned apart and do not count. A setting, not law.',
        },
      },
      {
        name: { zh: '朋友圈两条之间至少隔 30 分钟', en: 'At least 30 minutes between two Moments' },
        kinds: [],
        channels: ['wechat-moments'],
        counts: 'all',
        scope: 'customer',
        window: { unit: 'day' },
        limit: null,
        minGapMinutes: 30,
        enabled: true,
        source: {
          zh: '经验值，随微信版本变化：同一个人短时间连发，会被叠成「余下 X 条」，后面的没人看到。可以调整。',
          en: 'Experience, and changes with WeChat’s releases: several posts of one person in a short time are folded into a stack, and the later ones are not seen. A setting, not law.',
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
    defaultCaps: [
      {
        name: { zh: '企微朋友圈每天最多 3 条', en: 'At most 3 WeCom Moments a day' },
        kinds: [],
        channels: ['wecom-moments'],
        counts: 'all',
        scope: 'customer',
        window: { unit: 'day' },
        limit: 3,
        minGapMinutes: null,
        enabled: true,
        source: {
          zh: '企业微信的限制，随版本变化：每位客户每天最多看到同一成员的 3 条个人朋友圈，不分类型，多发的客户看不到。',
          en: 'A limit of WeCom, which changes with its releases: a customer sees at most 3 personal posts of one member a day, of every kind; more are not shown.',
        },
      },
      {
        name: { zh: '企微企业发表每月最多 4 条', en: 'At most 4 WeCom company posts a month' },
        kinds: [],
        channels: ['wecom-moments'],
        counts: 'all',
        scope: 'customer',
        window: { unit: 'month' },
        limit: 4,
        minGapMinutes: null,
        // Which feed carries company posts is not in its channel: somebody has to say so.
        enabled: false,
        source: {
          zh: '企业微信的限制，随版本变化：每位客户每月最多看到 4 条由企业统一发表的朋友圈。系统分不清企业发表和员工个人发表，所以先停用：如果有账号组专门做企业发表，请在「账号组」里选上它，再启用这条。',
          en: 'A limit of WeCom, which changes with its releases: a customer sees at most 4 posts a month that the company publishes. They cannot be told from personal posts here, so it is off: choose the feeds that carry company posts, then enable it.',
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
