import type { FrozenContent, Person, Receipt, ReceiptState, ReleasedCard } from '../../src/core/desk/types';

const picture = (n: number) => ({
  sha256: `${n}`.padStart(64, '0'),
  thumbSha256: `${n}`.padStart(64, 'f'),
  width: 1080,
  height: 1080,
  alt: '',
});

export const aPerson = (own: Partial<Person> = {}): Person => ({
  name: '小林',
  wechatId: 'xiaolin-yueshi',
  storeName: '悦食优选·静安店',
  couponCode: 'XL20',
  qr: true,
  ...own,
});

export const aReceipt = (state: ReceiptState, own: Partial<Receipt> = {}): Receipt => ({
  state,
  reason: null,
  at: Date.parse('2026-11-22T12:00:00Z'),
  ...own,
});

/** A release for the desk: everyone, exact, plain text, due at 20:00 in Shanghai on 2026-11-22. */
export const aReleasedCard = ({
  content,
  ...own
}: Partial<Omit<ReleasedCard, 'content'>> & { content?: Partial<FrozenContent> } = {}): ReleasedCard => ({
  release: '1',
  seq: 1,
  card: `post-${own.release ?? '1'}:base:feed-1`,
  post: 'post-1',
  feed: 'feed-1',
  kind: 'sales',
  audience: { visibility: 'everyone', segments: [] },
  dueAt: Date.parse('2026-11-22T12:00:00Z'),
  localDate: '2026-11-22',
  ...own,
  content: {
    title: '会员日燕麦棒',
    text: '今晚会员日，燕麦能量棒第二盒半价。',
    guidance: null,
    copyMode: 'exact',
    firstComments: [],
    images: [],
    video: null,
    link: null,
    channel: 'wechat-moments',
    feedName: '上海一组',
    timezone: 'Asia/Shanghai',
    leadMinutes: 0,
    expiresAt: null,
    daily: true,
    overlap: 1,
    ...content,
  },
});

export const pictures = (count: number) => Array.from({ length: count }, (_, index) => picture(index + 1));
