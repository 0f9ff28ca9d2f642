'use client';
import type { LocalDate } from '@/core/model';
import { listed } from '@/core/words/listed';
import type { LaunchScreen } from '@/server/screens/launch';
import { CapMeter } from '../../parts/CapMeter';
import { useWords } from '../../parts/useWords';

/** How full a day is for the customer who sees most: of each rule of that day alone, its fullest pool. */
export const DayMeters = ({ launch, date }: { launch: LaunchScreen; date: LocalDate }) => {
  const { words, locale } = useWords();
  const meters = launch.days.filter((day) => day.date === date).flatMap((day) => day.meters);
  const fullest = new Map<string, (typeof meters)[number]>();
  for (const meter of meters) {
    const key = `${meter.kinds.join()} ${meter.limit}`;
    const known = fullest.get(key);
    if (!known || meter.count > known.count) fullest.set(key, meter);
  }
  if (fullest.size === 0) return null;
  return (
    <div className="md-line-meters">
      {[...fullest].map(([key, { kinds, name, count, limit, words: said }]) => (
        <div key={key} title={said}>
          <CapMeter
            label={
              kinds.length === 0
                ? name
                : listed(
                    kinds.map((kind) => words.kinds[kind]),
                    locale,
                  )
            }
            count={count}
            limit={limit}
            words={`${count}/${limit}`}
          />
          <span className="md-visually-hidden">{said}</span>
        </div>
      ))}
    </div>
  );
};
