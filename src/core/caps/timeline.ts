import type { Instant } from '../model';

/** Things at instants, found by nearness. Kept in stretches of one length, so that adding stays cheap. */
export interface Timeline<T> {
  at(instant: Instant): T | undefined;
  set(instant: Instant, value: T): void;
  /** From (inclusive) to (exclusive), in the order of time. */
  between(from: Instant, to: Instant): T[];
}

export const timeline = <T>(stretchMs: number): Timeline<T> => {
  const stretches = new Map<number, { at: Instant; value: T }[]>();
  const stretchOf = (instant: Instant): number => Math.floor(instant / stretchMs);
  return {
    at: (instant) => stretches.get(stretchOf(instant))?.find((one) => one.at === instant)?.value,
    set(instant, value) {
      const stretch = stretches.get(stretchOf(instant)) ?? [];
      stretches.set(stretchOf(instant), stretch);
      let place = stretch.length;
      while (place > 0 && (stretch[place - 1] as { at: Instant }).at > instant) place -= 1;
      stretch.splice(place, 0, { at: instant, value });
    },
    between(from, to) {
      const found: T[] = [];
      const last = stretchOf(to);
      for (let number = stretchOf(from); number <= last; number += 1) {
        const stretch = stretches.get(number);
        if (!stretch) continue;
        for (const { at, value } of stretch) if (at >= from && at < to) found.push(value);
      }
      return found;
    },
  };
};
