import type { DemoFeed, FeedKey, OccasionKey, OfferKey, ProductKey, SegmentKey, TeamKey } from './types';

/**
 * 早谷 is invented: ordinary breakfast food sold by three shops. Addresses end in `.example` and mobiles
 * begin with 120, a range that is not handed out, so that nothing here can reach a real person.
 */
export const brand = { name: '早谷', slogan: '认真吃早饭', timezone: 'Asia/Shanghai' } as const;

export const teams: readonly { key: TeamKey; name: string }[] = [
  { key: 'qinghe', name: '青禾路店' },
  { key: 'wangjiang', name: '望江里店' },
  { key: 'nantang', name: '南塘店' },
];

export interface DemoPerson {
  key: string;
  /** What they sign in with besides the e-mail address: a staff number or a mobile. */
  username: string;
  email: string;
  name: string;
  roles: readonly ('admin' | 'editor' | 'manager' | 'staff')[];
  team?: TeamKey;
  feeds: readonly FeedKey[];
  wechatId?: string;
  couponCode?: string;
}

const staff = (
  n: number,
  name: string,
  pinyin: string,
  team: TeamKey,
  feeds: readonly FeedKey[],
  couponCode: string | undefined,
): DemoPerson => ({
  key: `staff${n}`,
  // Two shops use staff numbers, the third signs in by mobile, as the product allows both.
  username: team === 'nantang' ? `1200000${String(1000 + n)}` : `zg${1000 + n}`,
  email: n === 1 ? 'staff@demo.test' : `staff${n}@demo.test`,
  name,
  roles: ['staff'],
  team,
  feeds,
  wechatId: `zaogu_${pinyin}`,
  ...(couponCode ? { couponCode } : {}),
});

/** The head of each list is whom the demo signs in as. 何雨桐 has no coupon yet: her card says whom to ask. */
export const people: readonly DemoPerson[] = [
  {
    key: 'admin',
    username: 'zg0001',
    email: 'admin@demo.test',
    name: '周予安',
    roles: ['admin'],
    feeds: [],
  },
  {
    key: 'editor',
    username: 'zg0002',
    email: 'editor@demo.test',
    name: '许知夏',
    roles: ['editor'],
    feeds: [],
  },
  {
    key: 'manager',
    username: 'zg0003',
    email: 'manager@demo.test',
    name: '顾明川',
    roles: ['manager'],
    feeds: [],
  },
  staff(1, '林小满', 'xiaoman', 'qinghe', ['guides', 'club', 'flash'], 'MAN88'),
  staff(2, '陈立秋', 'liqiu', 'qinghe', ['guides'], 'QIU88'),
  staff(3, '苏禾', 'suhe', 'qinghe', ['guides'], 'HE088'),
  staff(4, '方晓棠', 'xiaotang', 'qinghe', ['guides', 'stewards', 'club', 'flash', 'private'], 'TANG8'),
  staff(5, '赵一宁', 'yining', 'wangjiang', ['guides', 'club', 'flash'], 'NING8'),
  staff(6, '唐果', 'tangguo', 'wangjiang', ['guides'], 'GUO88'),
  staff(7, '沈嘉木', 'jiamu', 'wangjiang', ['guides'], 'MU888'),
  staff(8, '梁颂', 'liangsong', 'wangjiang', ['guides', 'stewards', 'private'], 'SONG8'),
  staff(9, '吴念慈', 'nianci', 'nantang', ['guides'], 'CI888'),
  staff(10, '郑好', 'zhenghao', 'nantang', ['guides', 'club', 'flash'], 'HAO88'),
  staff(11, '何雨桐', 'yutong', 'nantang', ['guides'], undefined),
  staff(12, '冯小北', 'xiaobei', 'nantang', ['guides', 'stewards', 'private'], 'BEI88'),
];

export const pools = [{ key: 'shoppers', name: '门店顾客', timezone: brand.timezone }] as const;

/**
 * Guides and stewards are known to the same customers, so they share a pool; the group is its own. All of a shop
 * post as guides (the feed names their teams); three of them also keep a steward's account and write to customers in private, four keep the groups, and open a
 * flash group where a launch has one.
 */
export const feeds: readonly DemoFeed[] = [
  {
    key: 'guides',
    name: '门店导购号',
    channel: 'wechat-moments',
    pool: 'shoppers',
    teams: ['qinghe', 'wangjiang', 'nantang'],
  },
  {
    key: 'stewards',
    name: '福利官号',
    channel: 'wechat-moments',
    pool: 'shoppers',
    teams: [],
  },
  {
    key: 'club',
    name: '早餐搭子群',
    channel: 'group',
    teams: [],
    targets: '早谷早餐搭子 1 群\n早谷早餐搭子 2 群\n早谷早餐搭子 3 群',
  },
  {
    key: 'flash',
    name: '新品快闪群',
    channel: 'flash-group',
    teams: [],
    targets: '早谷新品快闪群（开售前一天建群，结束就解散）',
  },
  {
    key: 'private',
    name: '会员私聊',
    channel: 'one-to-one',
    teams: [],
    targets: '福利官微信里的会员，一对一发',
  },
];

export interface DemoDimension {
  key: string;
  name: string;
  exclusive: boolean;
  changes: boolean;
  segments: readonly { key: SegmentKey; name: string; wechatTag: string }[];
}

export const dimensions: readonly DemoDimension[] = [
  {
    key: 'lifecycle',
    name: '生命周期',
    exclusive: true,
    changes: true,
    segments: [
      { key: 'new', name: '新客', wechatTag: 'A1新客' },
      { key: 'returning', name: '老客', wechatTag: 'A2老客' },
      { key: 'member', name: '会员', wechatTag: 'A3会员' },
      { key: 'dormant', name: '沉睡', wechatTag: 'A4半年没来' },
    ],
  },
  {
    key: 'preference',
    name: '偏好',
    exclusive: false,
    changes: false,
    segments: [
      { key: 'oats', name: '燕麦', wechatTag: 'B1爱燕麦' },
      { key: 'nuts', name: '坚果', wechatTag: 'B2爱坚果' },
      { key: 'tea', name: '茶', wechatTag: 'B3爱喝茶' },
      { key: 'family', name: '母婴', wechatTag: 'B4家有小朋友' },
    ],
  },
  {
    key: 'identity',
    name: '身份',
    exclusive: true,
    changes: false,
    segments: [
      { key: 'office', name: '上班族', wechatTag: 'C1上班族' },
      { key: 'mother', name: '宝妈', wechatTag: 'C2宝妈' },
      { key: 'student', name: '学生', wechatTag: 'C3学生' },
      { key: 'senior', name: '长辈', wechatTag: 'C4长辈' },
    ],
  },
];

export interface DemoProduct {
  key: ProductKey;
  name: string;
  tier: 'traffic' | 'core' | 'profit' | 'hero' | 'extension';
  /** Yuan. */
  price: number;
  link: string;
}

export const linkOf = (key: ProductKey): string => `https://shop.zaogu.example/p/${key}`;

const product = (key: ProductKey, name: string, tier: DemoProduct['tier'], price: number): DemoProduct => ({
  key,
  name,
  tier,
  price,
  link: linkOf(key),
});

export const products: readonly DemoProduct[] = [
  product('oats', '三色燕麦片 500g', 'traffic', 29.9),
  product('crunch', '海盐坚果燕麦脆 300g', 'core', 45),
  product('nutbox', '七日坚果盒', 'core', 59),
  product('oolong', '桂花乌龙冷泡茶 15 包', 'profit', 49),
  product('baicha', '陈皮白茶小罐', 'profit', 88),
  product('breakfast', '晨光早餐箱', 'hero', 128),
  product('sesame', '黑芝麻核桃燕麦糊 10 袋', 'extension', 39),
  product('gift', '团圆坚果礼盒', 'extension', 168),
];

export interface DemoOffer {
  key: OfferKey;
  name: string;
  kind: string;
  product?: ProductKey;
  code: string;
  terms: string;
}

export const offers: readonly DemoOffer[] = [
  {
    key: 'memberDay',
    name: '会员日满 99 减 20',
    kind: '满减',
    code: 'HUI8',
    terms: '每月 8 日当天，会员在门店或小程序下单满 99 元减 20 元，每人限用一次，不与其他优惠同用。',
  },
  {
    key: 'flash',
    name: '晚八点早餐箱尝鲜价',
    kind: '限时价',
    product: 'breakfast',
    code: 'WAN8',
    terms: '当晚 20:00 至 24:00，晨光早餐箱 108 元一箱，每人限两箱，售完为止。',
  },
];

export interface DemoOccasion {
  key: OccasionKey;
  name: string;
  kind: string;
  leadDays: number;
}

export const occasions: readonly DemoOccasion[] = [
  { key: 'memberDay', name: '会员日', kind: 'member-day', leadDays: 2 },
  { key: 'anniversary', name: '早谷三周年', kind: 'anniversary', leadDays: 7 },
];

/** Beside the defaults of every installation: it keeps the group quiet. */
export const capRules = [
  {
    name: '早餐搭子群每天最多 4 条',
    kinds: [],
    channels: [],
    feeds: ['club'] as FeedKey[],
    counts: 'all',
    scope: 'feed',
    window: { unit: 'day' },
    limit: 4,
  },
] as const;
