import { describe, expect, it } from 'vitest';
import { aPerson, aReceipt, aReleasedCard, pictures } from '../../../tests/builders/desk';
import { copyUntil } from './copying';
import { cardInHand, type DayInput, deskDay, stepsOf } from './day';
import { markCard } from './receipt';
import { fillTokens } from './tokens';

const at = (iso: string) => Date.parse(iso);
const evening = at('2026-11-22T12:30:00Z');

const day = (own: Partial<DayInput> = {}) =>
  deskDay({
    now: evening,
    date: '2026-11-22',
    person: aPerson(),
    stopped: false,
    releases: [aReleasedCard()],
    recalled: new Set(),
    receipts: new Map(),
    planned: [],
    zones: new Map([['feed-1', 'Asia/Shanghai']]),
    ...own,
  });

const only = (own: Partial<DayInput> = {}) => {
  const [card] = day(own).cards;
  if (!card) throw new Error('the builder made no card');
  return card;
};

describe('until when a card can be copied', () => {
  it('1: ends with the local day of the feed', () => {
    expect(only({ now: at('2026-11-22T15:59:59.999Z') }).blocked).toBeNull();
    expect(only({ now: at('2026-11-22T16:00:00Z') }).blocked).toEqual({ code: 'past' });
  });

  it('1: ends with the expiry where that comes first, and with the day where it comes later', () => {
    const card = { localDate: '2026-11-22', timezone: 'Asia/Shanghai' };
    expect(copyUntil({ ...card, expiresAt: '2026-11-22T13:00:00.000Z' })).toBe(at('2026-11-22T13:00:00Z'));
    expect(copyUntil({ ...card, expiresAt: '2026-11-24T13:00:00.000Z' })).toBe(at('2026-11-22T16:00:00Z'));
  });

  it('1: knows days of 23 and 25 hours', () => {
    const ends = (localDate: string) =>
      copyUntil({ localDate, timezone: 'America/New_York', expiresAt: null });
    expect((ends('2026-03-08') - ends('2026-03-07')) / 3_600_000).toBe(23);
    expect((ends('2026-11-01') - ends('2026-10-31')) / 3_600_000).toBe(25);
  });
});

describe('why a card cannot be copied', () => {
  it('2: names the most final reason', () => {
    const release = aReleasedCard({ content: { text: '{{store.name}}见' } });
    const nobody = aPerson({ storeName: null });
    const tomorrow = at('2026-11-23T01:00:00Z');
    const all = {
      releases: [release],
      person: nobody,
      stopped: true,
      now: tomorrow,
      recalled: new Set([release.card]),
    };
    expect(only(all).blocked).toEqual({ code: 'recalled' });
    expect(only({ ...all, recalled: new Set() }).blocked).toEqual({ code: 'past' });
    expect(only({ ...all, recalled: new Set(), now: evening }).blocked).toEqual({ code: 'stopped' });
    expect(only({ ...all, recalled: new Set(), now: evening, stopped: false }).blocked).toEqual({
      code: 'personal',
      missing: ['store.name'],
    });
  });

  it('2: never lets an unresolved placeholder out', () => {
    const release = aReleasedCard({ content: { text: '{{launch.countdown}}后开抢' } });
    expect(only({ releases: [release] }).blocked).toEqual({
      code: 'unresolved',
      tokens: ['launch.countdown'],
    });
  });
});

describe('personal tokens', () => {
  it('3: are filled for one person', () => {
    expect(fillTokens('我是{{staff.name}}，加我 {{ staff.wechat }}，报 {{staff.coupon}}', aPerson())).toEqual(
      {
        text: '我是小林，加我 xiaolin-yueshi，报 XL20',
        missing: [],
        unknown: [],
      },
    );
  });

  it('3: a missing value is named once and stays visible as a gap', () => {
    const filled = fillTokens('{{staff.wechat}} / {{staff.wechat}}', aPerson({ wechatId: null }));
    expect(filled.missing).toEqual(['staff.wechat']);
    expect(filled.text).toBe('{{staff.wechat}} / {{staff.wechat}}');
  });

  it('3: a missing value in a first comment blocks the card too', () => {
    const release = aReleasedCard({ content: { firstComments: ['报{{staff.coupon}}'] } });
    expect(only({ releases: [release], person: aPerson({ couponCode: '' }) }).blocked).toEqual({
      code: 'personal',
      missing: ['staff.coupon'],
    });
  });

  it('3: a value with a dollar sign or braces is taken as it is', () => {
    expect(fillTokens('{{store.name}}', aPerson({ storeName: '$& {{staff.name}}' })).text).toBe(
      '$& {{staff.name}}',
    );
  });
});

describe('the day', () => {
  it('4: is in the order of time, then of the log, whatever order it was read in', () => {
    const cards = [
      aReleasedCard({ release: 'c', seq: 3 }),
      aReleasedCard({ release: 'a', seq: 9, dueAt: at('2026-11-22T01:00:00Z') }),
      aReleasedCard({ release: 'b', seq: 2 }),
    ];
    const order = (releases: typeof cards) => day({ releases }).cards.map(({ release }) => release);
    expect(order(cards)).toEqual(['a', 'b', 'c']);
    expect(order([...cards].reverse())).toEqual(['a', 'b', 'c']);
  });

  it('4: puts the first card that can be posted now in the hand', () => {
    const releases = [
      aReleasedCard({ release: '1', seq: 1 }),
      aReleasedCard({ release: '2', seq: 2 }),
      aReleasedCard({ release: '3', seq: 3, dueAt: at('2026-11-22T13:00:00Z') }),
    ];
    const receipts = new Map([['1', aReceipt('posted')]]);
    const { cards } = day({ releases, receipts });
    expect(cards.map(({ place }) => place)).toEqual(['done', 'now', 'ahead']);
    expect(cardInHand(cards)?.release).toBe('2');
  });

  it('4: a copied card is still to be posted, an unposted one of yesterday is past', () => {
    expect(only({ receipts: new Map([['1', aReceipt('copied')]]) }).place).toBe('now');
    expect(only({ now: at('2026-11-23T01:00:00Z') }).place).toBe('past');
  });

  it('5: shows time and kind of what comes later, in the own feeds and not handed out yet', () => {
    const planned = [
      {
        card: 'x:base:feed-1',
        feed: 'feed-1',
        kind: 'knowledge' as const,
        plannedAt: at('2026-11-22T14:00:00Z'),
        isCancelled: false,
      },
      {
        card: aReleasedCard().card,
        feed: 'feed-1',
        kind: 'sales' as const,
        plannedAt: at('2026-11-22T12:00:00Z'),
        isCancelled: false,
      },
      {
        card: 'y:base:feed-9',
        feed: 'feed-9',
        kind: 'sales' as const,
        plannedAt: at('2026-11-22T14:00:00Z'),
        isCancelled: false,
      },
    ];
    expect(day({ planned }).upcoming).toEqual([
      { dueAt: at('2026-11-22T14:00:00Z'), kind: 'knowledge', feed: 'feed-1', timezone: 'Asia/Shanghai' },
    ]);
  });

  it('6: counts neither recalled nor skipped cards, but those to come', () => {
    const releases = ['1', '2', '3', '4'].map((release, seq) => aReleasedCard({ release, seq }));
    const receipts = new Map([
      ['1', aReceipt('posted')],
      ['2', aReceipt('skipped')],
    ]);
    const planned = [
      {
        card: 'x:base:feed-1',
        feed: 'feed-1',
        kind: 'sales' as const,
        plannedAt: at('2026-11-22T14:00:00Z'),
        isCancelled: false,
      },
    ];
    const recalled = new Set(['post-3:base:feed-1']);
    expect(day({ releases, receipts, planned, recalled }).progress).toEqual({ posted: 1, total: 3 });
  });

  it('10: what a cancelled launch would have brought is said as such, and counts for nothing', () => {
    const dueAt = at('2026-11-22T14:00:00Z');
    const planned = [
      { card: 'x:base:feed-1', feed: 'feed-1', kind: 'sales' as const, plannedAt: dueAt, isCancelled: true },
    ];
    expect(day({ planned })).toMatchObject({
      upcoming: [],
      cancelled: [{ dueAt, kind: 'sales', feed: 'feed-1', timezone: 'Asia/Shanghai' }],
      progress: day().progress,
    });
  });

  it('7: a recalled card stays where it was until it is removed', () => {
    const recalled = new Set([aReleasedCard().card]);
    expect(only({ recalled }).place).toBe('recalled');
    expect(only({ recalled, receipts: new Map([['1', aReceipt('posted')]]) }).place).toBe('recalled');
    expect(only({ recalled, receipts: new Map([['1', aReceipt('removed')]]) }).place).toBe('done');
  });

  it('has no step for what a card does not have', () => {
    const steps = (content: Parameters<typeof aReleasedCard>[0]) =>
      stepsOf(only({ releases: [aReleasedCard(content)] }));
    expect(steps({ content: { images: pictures(3), firstComments: ['链接'] } })).toEqual([
      'copy',
      'images',
      'comment',
      'posted',
    ]);
    expect(steps({})).toEqual(['copy', 'posted']);
    expect(steps({ content: { text: '', video: { sha256: 'v', filename: 'a.mp4' } } })).toEqual([
      'images',
      'posted',
    ]);
  });
});

describe('a receipt', () => {
  const open = {
    now: evening,
    recalled: false,
    stopped: false,
    copyUntil: at('2026-11-22T16:00:00Z'),
    current: null,
  };
  const mark = (state: Parameters<typeof aReceipt>[0], reason: string | null = null) => ({ state, reason });

  it('8: the newest mark wins', () => {
    expect(markCard(mark('posted'), { ...open, current: aReceipt('copied') })).toEqual({
      ok: true,
      changed: true,
      receipt: { state: 'posted', reason: null, at: evening },
    });
  });

  it('8: the same mark twice changes nothing, not even its time', () => {
    const current = aReceipt('posted', { at: 7 });
    expect(markCard(mark('posted'), { ...open, current })).toEqual({
      ok: true,
      changed: false,
      receipt: current,
    });
    const skipped = aReceipt('skipped', { reason: 'other' });
    expect(markCard(mark('skipped', 'too-many-today'), { ...open, current: skipped })).toMatchObject({
      changed: true,
    });
  });

  it('8: a recalled card can only be marked as removed', () => {
    const recalled = { ...open, recalled: true };
    expect(markCard(mark('posted'), recalled)).toEqual({ ok: false, reasons: [{ code: 'recalled' }] });
    expect(markCard(mark('removed'), recalled)).toMatchObject({ ok: true });
  });

  it('8: copying ends with the day and with a stop; marking as posted does not', () => {
    const late = { ...open, now: open.copyUntil };
    expect(markCard(mark('copied'), late)).toEqual({ ok: false, reasons: [{ code: 'past' }] });
    expect(markCard(mark('posted'), late)).toMatchObject({ ok: true });
    expect(markCard(mark('copied'), { ...open, stopped: true })).toEqual({
      ok: false,
      reasons: [{ code: 'stopped' }],
    });
    expect(markCard(mark('skipped', 'other'), { ...open, stopped: true })).toMatchObject({ ok: true });
  });

  it('8: only a skip keeps a reason', () => {
    expect(markCard(mark('posted', 'other'), open)).toMatchObject({ receipt: { reason: null } });
    expect(markCard(mark('skipped', 'other'), open)).toMatchObject({ receipt: { reason: 'other' } });
  });
});
