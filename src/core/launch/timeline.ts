import { channelTable } from '../channels';
import { getOrMake } from '../getOrMake';
import type { Channel, Instant, LocalDate, TimeZone } from '../model';
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

/** A day, or several without anything that follow each other. */
export interface TimelineDay<Item> {
  date: LocalDate;
  /** The last of them; of a day itself. */
  until: LocalDate;
  /** How many days they are. */
  count: number;
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
  /** Positions in the list of days, inclusive. */
  from: number;
  to: number;
  lane: number;
}

/** The open time of a flash group as positions in the list of days, with fractions. */
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

function openOf(
  days: readonly TimelineDay<TimelineItem>[],
  items: readonly TimelineItem[],
  zone: TimeZone,
): OpenTime | null {
  const marked = (flash: 'opens' | 'closes') =>
    items.flatMap((item) => (item.flash === flash ? [item.at] : []));
  const [opens, closes] = [marked('opens'), marked('closes')];
  if (opens.length === 0 || closes.length === 0) return null;
  const place = (at: Instant): number => {
    const date = localDateOf(at, zone);
    const [from, to] = dayBounds(date, zone);
    return days.findIndex((day) => day.date === date) + (at - from) / (to - from);
  };
  const [from, to] = [place(Math.min(...opens)), place(Math.max(...closes))];
  return from < to ? { from, to } : null;
}

/** So many days without anything are one: what is farther away than people read is not drawn day by day. */
const foldFrom = 3;

/** Runs of offsets, each with how many days it is, in order, from the first to the last that is given. */
function runsOf(offsets: readonly number[]): { offset: number; count: number }[] {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  return sorted.flatMap((offset, n) => {
    const day = { offset, count: 1 };
    const before = sorted[n - 1] ?? offset - 1;
    const count = offset - before - 1;
    if (count >= foldFrom) return [{ offset: before + 1, count }, day];
    return [...Array.from({ length: count }, (_, k) => ({ offset: before + 1 + k, count: 1 })), day];
  });
}

interface TimelineMore {
  holidays?: readonly NamedDay[];
  /** Other instants whose days are to be seen: where something is deferred to. */
  shown?: readonly Instant[];
}

/**
 * A launch as days from the first to the last that has something, the launch day always among them; three or more in a
 * row without anything are one.
 */
export function timelineOf<Item extends TimelineItem>(
  items: readonly Item[],
  { launchAt, timezone: zone }: LaunchTime,
  { holidays = [], shown = [] }: TimelineMore = {},
): Timeline<Item> {
  const launchDay = localDateOf(launchAt, zone);
  const offsetOf = (at: Instant) => daysBetween(launchDay, localDateOf(at, zone));
  const byDay = new Map<number, Item[]>();
  for (const item of items) getOrMake(byDay, offsetOf(item.at), () => []).push(item);
  const days = runsOf([0, ...byDay.keys(), ...shown.map(offsetOf)]).map(
    ({ offset, count }): TimelineDay<Item> => {
      const date = addDays(launchDay, offset);
      const [from, to] = dayBounds(date, zone);
      const named = holidays.filter((day) => count === 1 && day.from < to && from < day.to);
      return {
        date,
        until: addDays(date, count - 1),
        count,
        offset,
        holidays: named.map(({ name }) => name),
        items: [...(byDay.get(offset) ?? [])].sort(
          (a, b) => a.at - b.at || order.indexOf(a.channel) - order.indexOf(b.channel),
        ),
      };
    },
  );
  return {
    days,
    bands: bandsOf(days),
    channels: order.filter((channel) => items.some((item) => item.channel === channel)),
    open: openOf(days, items, zone),
  };
}
