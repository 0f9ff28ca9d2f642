import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/core/moments/fold';
import * as knowledge from './content/posts/knowledge';
import * as others from './content/posts/others';
import * as persona from './content/posts/persona';
import * as sales from './content/posts/sales';
import { todayCopies } from './content/posts/today';
import type { DemoCopy } from './content/types';

const isCopy = (value: unknown): value is DemoCopy =>
  typeof value === 'object' && value !== null && 'body' in value && 'kind' in value;
const copies: DemoCopy[] = [persona, knowledge, sales, others, { todayCopies }]
  .flatMap((module) => Object.values(module))
  .flatMap((value) => (Array.isArray(value) ? value : Object.values(value)))
  .filter(isCopy);

const textsOf = (copy: DemoCopy): string[] => [
  copy.title,
  copy.body,
  copy.guidance ?? '',
  ...(copy.firstComments ?? []),
  ...(copy.variants ?? []).flatMap((variant) => [variant.body, ...(variant.firstComments ?? [])]),
];

/** Absolute terms of 广告法 art. 9, promises about health, and asking for likes or shares. None is an exception here. */
const forbidden = [
  /最|第一|国家级|世界级|顶级|顶尖|极致|极品|唯一|首个|首选|独家|全网|全国|绝对|百分之百|100%|万能|永久|史上|销量冠军|王牌|领袖|无敌/,
  /养生|养胃|养颜|减肥|瘦身|降血|降糖|控糖|低卡|代餐|免疫|抗氧|排毒|美容|助眠|失眠|补血|补脑|益智|通便|清肠|治疗|疗效|功效|保健|营养|健康/,
  /集赞|点赞|转发|分享到朋友圈|拉人|邀请好友|关注公众号/,
];

describe('the texts of the demo', () => {
  it('are more than a calendar needs, each with its own key and words', () => {
    expect(copies.length).toBeGreaterThanOrEqual(80);
    expect(new Set(copies.map(({ key }) => key)).size).toBe(copies.length);
    expect(new Set(copies.map(({ title }) => title)).size).toBe(copies.length);
  });

  it('use no word that advertising law or WeChat punishes', () => {
    for (const copy of copies)
      for (const text of textsOf(copy))
        for (const words of forbidden) expect(text, copy.key).not.toMatch(words);
  });

  it('name a price only where they sell', () => {
    for (const copy of copies.filter(({ kind }) => kind !== 'sales'))
      for (const text of textsOf(copy)) expect(text, copy.key).not.toMatch(/\d\s*元|￥|¥|\{\{product\.price/);
  });

  it('carry a link in the first comment when they sell, and 广告 when knowledge links to a product', () => {
    for (const copy of copies) {
      const links = (copy.firstComments ?? []).filter((comment) => comment.includes('https://'));
      expect(copy.body, copy.key).not.toContain('https://');
      if (copy.kind === 'sales') expect(links.length, copy.key).toBeGreaterThan(0);
      else if (links.length > 0) {
        expect(copy.body, copy.key).toContain('广告');
        expect(links.every((comment) => comment.startsWith('广告'))).toBe(true);
      }
    }
  });

  it('are folded by WeChat in part, and not most of them', () => {
    const long = copies.filter(({ body }) => foldText(body).folded);
    expect(long.length).toBeGreaterThan(10);
    expect(long.length).toBeLessThan(copies.length / 2);
  });

  it('use personal words that exist, and each of the four somewhere', () => {
    const tokens = copies.flatMap((copy) =>
      textsOf(copy).flatMap((text) => text.match(/\{\{[^}]*\}\}/g) ?? []),
    );
    const known = [
      '{{staff.name}}',
      '{{staff.wechat}}',
      '{{store.name}}',
      '{{staff.coupon}}',
      '{{product.price}}',
    ];
    expect([...new Set(tokens)].sort()).toEqual([...known].sort());
  });

  it('have versions for segments on several posts, at most nine pictures, and few emoji', () => {
    expect(copies.filter(({ variants }) => variants?.length).length).toBeGreaterThanOrEqual(6);
    expect(copies.every(({ pictures }) => (pictures?.length ?? 0) <= 9)).toBe(true);
    const emoji = copies.filter(({ body }) => /\p{Extended_Pictographic}/u.test(body));
    expect(emoji.length).toBeLessThan(copies.length / 5);
  });
});
