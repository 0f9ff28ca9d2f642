import type { Forecast } from '@/server/posts/forecast';

interface Question {
  forecast: readonly Forecast[];
  scheduledAt: number | null;
}

interface Fates {
  /** What becomes of the cards of a feed, each fate once, the earliest first. */
  fates: Forecast[];
  /** Something of it does not go out at the time that was wanted. */
  isOther: boolean;
}

export function fatesOf(feed: string, { forecast, scheduledAt }: Question): Fates {
  const own = forecast.filter((one) => one.feed === feed);
  const fates = new Map(own.map((one) => [`${one.outcome} ${one.at} ${one.atOnce}`, one] as const));
  return {
    fates: [...fates.values()].sort((a, b) => a.at - b.at),
    isOther: own.some(({ outcome, at }) => outcome !== 'release' || at !== scheduledAt),
  };
}
