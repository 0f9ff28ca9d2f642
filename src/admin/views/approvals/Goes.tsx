import type { FeedRef } from '@/core/approval/content';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import type { Forecast } from '@/server/posts/forecast';
import { Outcome } from '../../parts/ForecastList';
import { When } from '../../parts/When';
import { fatesOf } from './fates';

interface Given {
  feeds: readonly FeedRef[];
  forecast: readonly Forecast[];
  scheduledAt: number | null;
  words: AdminWords;
  locale: Locale;
  now: number;
}

/** When it will really go out, as the plan has it; the wanted time stands beside it where it is another. */
export const Goes = ({ feeds, forecast, scheduledAt, words, locale, now }: Given) => (
  <ul className="md-goes">
    {feeds.map(({ id, name, channel, zone, targets }) => {
      const { fates, isOther } = fatesOf(id, { forecast, scheduledAt });
      const when = { at: scheduledAt ?? 0, now, zone, locale };
      return (
        <li key={id}>
          {fates.map((one) => (
            <strong key={one.card}>
              <Outcome {...{ one, now, locale, words }} />
            </strong>
          ))}
          {fates.length > 0 ? null : (
            <strong>{scheduledAt === null ? words.queue.noTime : <When {...when} />}</strong>
          )}
          {isOther && scheduledAt !== null ? (
            <span className="md-quiet">
              <When {...when} say={words.queue.wanted} />
            </span>
          ) : null}
          <span>
            {name} · {words.channels[channel]}
            {targets ? ` · ${targets}` : ''}
          </span>
        </li>
      );
    })}
  </ul>
);
