import { expect, it } from 'vitest';
import { type TimelineItem, timelineOf } from './timeline';

const zone = 'Asia/Shanghai';
const at = (wall: string) => Date.parse(`2035-${wall}:00+08:00`);
const launch = { launchAt: at('11-11T20:00'), timezone: zone };
const item = (wall: string, more: Partial<TimelineItem> = {}): TimelineItem => ({
  at: at(wall),
  channel: 'wechat-moments',
  phase: 0,
  flash: null,
  ...more,
});

it('has every day from the first to the last item, empty ones and the launch day too', () => {
  const { days } = timelineOf([item('11-13T12:00'), item('11-09T20:00')], launch);
  expect(days.map(({ date, offset, items }) => [date, offset, items.length])).toEqual([
    ['2035-11-09', -2, 1],
    ['2035-11-10', -1, 0],
    ['2035-11-11', 0, 0],
    ['2035-11-12', 1, 0],
    ['2035-11-13', 2, 1],
  ]);
  expect(timelineOf([], launch).days.map(({ offset }) => offset)).toEqual([0]);
});

const shape = ({ days }: { days: readonly { offset: number; count: number; items: readonly unknown[] }[] }) =>
  days.map(({ offset, count, items }) => [offset, count, items.length]);

it('folds three and more days without anything into one, two are shown', () => {
  const line = timelineOf([item('11-05T20:00'), item('11-08T20:00'), item('11-15T12:00')], launch);
  expect(shape(line)).toEqual([
    [-6, 1, 1],
    [-5, 1, 0],
    [-4, 1, 0],
    [-3, 1, 1],
    [-2, 1, 0],
    [-1, 1, 0],
    [0, 1, 0],
    [1, 3, 0],
    [4, 1, 1],
  ]);
  expect(line.days[7]).toMatchObject({ date: '2035-11-12', until: '2035-11-14', holidays: [] });
});

it('a slip in the year makes no page of 350,000 days', () => {
  const far = { ...item('11-11T20:00'), at: Date.parse('2999-11-04T20:00:00+08:00') };
  expect(shape(timelineOf([item('11-11T20:00'), far], launch))).toEqual([
    [0, 1, 1],
    [1, 352_086, 0],
    [352_087, 1, 1],
  ]);
});

it('shows a day to which something is deferred', () => {
  const { days } = timelineOf([item('11-11T20:00')], launch, { shown: [at('11-16T08:00')] });
  expect(days.map(({ offset, count }) => [offset, count])).toEqual([
    [0, 1],
    [1, 4],
    [5, 1],
  ]);
});

it('lays bands and open times over folded days as over one', () => {
  const flash = { channel: 'flash-group', phase: 1 } as const;
  const items = [
    item('11-11T20:00'),
    item('11-17T12:00', { ...flash, flash: 'opens' }),
    item('11-22T12:00', { ...flash, flash: 'closes' }),
  ];
  const line = timelineOf(items, launch);
  expect(line.open).toEqual({ from: 2.5, to: 4.5 });
  expect(line.bands[1]).toEqual({ phase: 1, from: 2, to: 4, lane: 0 });
});

it('puts what is at midnight on the day that begins, in the zone of the launch', () => {
  const { days } = timelineOf([item('11-11T00:00'), item('11-11T23:59')], launch);
  expect(days.map(({ items }) => items.length)).toEqual([2]);
});

it('orders a day by time, then by channel', () => {
  const late = item('11-11T20:10');
  const group = item('11-11T20:00', { channel: 'group' });
  const moments = item('11-11T20:00');
  const { days, channels } = timelineOf([late, group, moments], launch);
  expect(days[0]?.items).toEqual([moments, group, late]);
  expect(channels).toEqual(['wechat-moments', 'group']);
});

it('lays phases that share a day in lanes, and others in one', () => {
  const { bands } = timelineOf(
    [
      item('11-09T20:00', { phase: 0 }),
      item('11-10T20:00', { phase: 1 }),
      item('11-11T20:00', { phase: 1 }),
      item('11-11T21:00', { phase: 2 }),
      item('11-12T21:00', { phase: null }),
    ],
    launch,
  );
  expect(bands).toEqual([
    { phase: 0, from: 0, to: 0, lane: 0 },
    { phase: 1, from: 1, to: 2, lane: 0 },
    { phase: 2, from: 2, to: 2, lane: 1 },
  ]);
});

it('says from when to when a flash group is open, as places on the days', () => {
  const flash = { channel: 'flash-group' } as const;
  const items = [
    item('11-10T18:00', { ...flash, flash: 'opens' }),
    item('11-12T12:00', { ...flash, flash: 'closes' }),
  ];
  expect(timelineOf(items, launch).open).toEqual({ from: 0.75, to: 2.5 });
  expect(timelineOf(items.slice(0, 1), launch).open).toBeNull();
});

it('names the days that have a name', () => {
  const holiday = { name: '双十一', from: at('11-11T00:00'), to: at('11-12T00:00') };
  const { days } = timelineOf([item('11-10T12:00'), item('11-12T12:00')], launch, {
    holidays: [holiday],
  });
  expect(days.map(({ holidays }) => holidays)).toEqual([[], ['双十一'], []]);
});
