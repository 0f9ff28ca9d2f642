'use client';
import type { LocalDate } from '@/core/model';
import type { LaunchScreen } from '@/server/screens/launch';
import { CapMeter } from '../../parts/CapMeter';

/** How full a day is for the customer who sees most: of each rule of that day alone, by its name, its fullest pool. */
export const DayMeters = ({ launch, date }: { launch: LaunchScreen; date: LocalDate }) => {
  const meters = launch.days.filter((day) => day.date === date).flatMap((day) => day.meters);
  const fullest = new Map<string, (typeof meters)[number]>();
  for (const meter of meters) {
    const known = fullest.get(meter.rule);
    if (!known || meter.count > known.count) fullest.set(meter.rule, meter);
  }
  if (fullest.size === 0) return null;
  return (
    <div className="md-line-meters">
      {[...fullest].map(([rule, { name, count, limit, words: said }]) => (
        <div key={rule} title={said}>
          <CapMeter label={name} count={count} limit={limit} words={`${count}/${limit}`} />
          <span className="md-visually-hidden">{said}</span>
        </div>
      ))}
    </div>
  );
};
