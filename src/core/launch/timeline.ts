import { channelTable } from '../channels';
import type { Channel, Instant, LocalDate } from '../model';
import { addDays, dayBounds, daysBetween, localDateOf } from '../time';
import type { NamedDay } from './gaps';
import type { LaunchTime } from './offset';

/** What stands on a timeline at one instant, in the row of one channel. */
export interface TimelineItem {
  at: Instant;
  channel: Channel;
  /** Position of its phase; null: none. */
  phase: number | null;
  flash: 'opens' | 'closes' | null;
}

export interface TimelineDay<Item> {
  date: LocalDate;
  /** Days from the launch day. */
  offset: number;
  /** Names of the day. */
  holidays: readonly string[];
  /** Of all channels, in the order of their times. */
  items: readonly Item[];
}

/** A phase from the day of its first to the day of its last item; phases that overlap lie in lanes. */
export interface Band {
  phase: number;
  /** Positions of days, inclusive. */
  from: number;
  to: number;
  lane: number;
}

/** The open time of a flash group in days from the beginning of the first one, with fractions. */
export interface OpenTime {
  from: number;
  to: number;
}

export interface Timeline<Item> {
  days: readonly TimelineDay<Item>[];
  bands: readonly Band[];
  /** Those that have something, in the order of the channel table. */
  channels: readonly Channel[];
  open: OpenTime | null;
}

const order = Object.keys(channelTable) as Channel[];

function bandsOf(days: readonly TimelineDay<TimelineItem>[]): Band[] {
  const spans = new Map<number, { from: number; to: number }>();
  for (const [n, { items }] of days.entries()) {
    for (const { phase } of items) {
      if (phase !== null) spans.set(phase, { from: spans.get(phase)?.from ?? n, to: n });
    }
  }
  const ends: number[] = [];
  return [...spans]
    .sort(([a, one], [b, other]) => one.from - other.from || a - b)
    .map(([phase, span]) => {
      const free = ends.findIndex((end) => end < span.from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = span.to;
      return { phase, ...span, lane };
    });
}

function openOf(items: readonly TimelineItem[], first: LocalDate, zone: string): OpenTime | null {
  const marked = (flash: 'opens' | 'closes') =>
    items.flatMap((item) => (item.flash === flash ? [item.at] : []));
  const [opens, closes] = [marked('opens'), marked('closes')];
  if (opens.length === 0 || closes.length === 0) return null;
  const place = (at: Instant): number => {
    const date = localDateOf(at, zone);
    const [from, to] = dayBounds(date, zone);
    return daysBetween(first, date) + (at - from) / (to - from);
  };
  const [from, to] = [place(Math.min(...opens)), place(Math.max(...closes))];
  return from < to ? { from, to } : null;
}

/** A launch as days from the first to the last that has something, the launch day always among them. */
export function timelineOf<Item extends TimelineItem>(
  items: readonly Item[],
  { launchAt, timezone: zone }: LaunchTime,
  holidays: readonly NamedDay[] = [],
): Timeline<Item> {
  const launchDay = localDateOf(launchAt, zone);
  const offsets = items.map(({ at }) => daysBetween(launchDay, localDateOf(at, zone)));
  const first = Math.min(0, ...offsets);
  const last = Math.max(0, ...offsets);
  const days = Array.from({ length: last - first + 1 }, (_, n): TimelineDay<Item> => {
    const offset = first + n;
    const date = addDays(launchDay, offset);
    const [from, to] = dayBounds(date, zone);
    return {
      date,
      offset,
      holidays: holidays.filter((day) => day.from < to && from < day.to).map(({ name }) => name),
      items: items
        .filter(({ at }) => from <= at && at < to)
        .sort((a, b) => a.at - b.at || order.indexOf(a.channel) - order.indexOf(b.channel)),
    };
  });
  return {
    days,
    bands: bandsOf(days),
    channels: order.filter((channel) => items.some((item) => item.channel === channel)),
    open: openOf(items, addDays(launchDay, first), zone),
  };
}
