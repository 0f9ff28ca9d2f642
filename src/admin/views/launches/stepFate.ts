import type { Instant } from '@/core/model';
import type { LaunchStep } from '@/server/screens/launch';

/** Where a step really goes out, where that is another time; `stays`: it does not go out by itself. */
export type Fate = { code: 'goes'; at: Instant } | { code: 'stays' } | null;

/** What becomes of a step beside its plan; the worst of its cards speaks for it. Null: it goes out at its time. */
export function fateOf({ forecast, at, isOut }: Pick<LaunchStep, 'forecast' | 'at' | 'isOut'>): Fate {
  if (isOut) return null;
  if (forecast.some(({ outcome }) => outcome !== 'release' && outcome !== 'defer')) return { code: 'stays' };
  const late = forecast.filter((one) => one.outcome === 'defer' && one.at !== at).map((one) => one.at);
  return late.length > 0 ? { code: 'goes', at: Math.min(...late) } : null;
}
