import { describe, expect, it } from 'vitest';
import type { Forecast } from '@/server/posts/forecast';
import { fatesOf } from './fates';

const noon = Date.parse('2026-11-22T04:00:00Z');
const evening = noon + 8 * 3_600_000;
const a = (more: Partial<Forecast>): Forecast => ({
  card: 'c',
  feed: 'f',
  feedName: '总店',
  timezone: 'Asia/Shanghai',
  variantKey: 'base',
  outcome: 'release',
  at: noon,
  atOnce: false,
  explanation: null,
  holders: [],
  ...more,
});

describe('when a post really goes out', () => {
  it('is said once for versions of one fate, the earliest first, and of its own feed alone', () => {
    const forecast = [
      a({ outcome: 'defer', at: evening }),
      a({ variantKey: 'new' }),
      a({ variantKey: 'old' }),
      a({ feed: 'g', outcome: 'hold' }),
    ];
    expect(fatesOf('f', { forecast, scheduledAt: noon }).fates.map(({ at }) => at)).toEqual([noon, evening]);
  });

  it('has the wanted time beside it where it is another, or where nothing goes out', () => {
    const isOther = (more: Partial<Forecast>): boolean =>
      fatesOf('f', { forecast: [a(more)], scheduledAt: noon }).isOther;
    expect(isOther({})).toBe(false);
    expect(isOther({ outcome: 'defer', at: evening })).toBe(true);
    expect(isOther({ at: evening, atOnce: true })).toBe(true);
    expect(isOther({ outcome: 'hold' })).toBe(true);
  });

  it('is not known of a post that cannot be planned', () => {
    expect(fatesOf('f', { forecast: [], scheduledAt: noon })).toEqual({ fates: [], isOther: false });
  });
});
