import type { Instant, LocalDate, TimeZone } from '../model';
import { type PeriodUnit, periodOf, type QueuePeriod } from './periods';

/** What waits, told together: the past, one period, or what has no time. */
export type QueueGroup<T> = { items: T[] } & (
  | { code: 'past' }
  | { code: 'period'; period: QueuePeriod }
  | { code: 'no-time' }
);

export interface GroupQuestion<T> {
  items: readonly T[];
  unit: PeriodUnit;
  now: Instant;
  zone: TimeZone;
}

/** RULES.md 2 and 3. */
export function groupsOf<T extends { id: string; at: Instant | null }>({
  items,
  unit,
  now,
  zone,
}: GroupQuestion<T>): QueueGroup<T>[] {
  const present = periodOf(now, unit, zone).first;
  const past: T[] = [];
  const timeless: T[] = [];
  const periods = new Map<LocalDate, T[]>();
  for (const item of [...items].sort(inDueOrder)) {
    if (item.at === null) {
      timeless.push(item);
      continue;
    }
    const { first } = periodOf(item.at, unit, zone);
    if (first < present) past.push(item);
    else periods.set(first, [...(periods.get(first) ?? []), item]);
  }
  const groups: QueueGroup<T>[] = [
    { code: 'past', items: past },
    ...[...periods].map(([first, items]) => ({ code: 'period' as const, period: { unit, first }, items })),
    { code: 'no-time', items: timeless },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The earlier first; of one instant by id, so that the same list always stands in the same order. */
export const inDueOrder = (
  a: { id: string; at: Instant | null },
  b: { id: string; at: Instant | null },
): number => (a.at ?? never) - (b.at ?? never) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const never = Number.MAX_SAFE_INTEGER;
