import { Link } from '@payloadcms/ui';
import { type Fate, fates } from '@/core/decisions';
import type { Locale } from '@/core/model';
import { wallTimeOf } from '@/core/time';
import type { AdminWords } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import { operationWords } from '@/core/words/operation';
import { dayName, fullDay } from '@/core/words/when';
import type { Meter } from '@/server/plan/metersOf';
import type { Day, DayCard } from '@/server/screens/home';
import { KindMark } from '@/ui/KindMark';
import { CapMeter } from '../../parts/CapMeter';
import { StatusMark } from '../../parts/StatusMark';
import { ZoneNote } from '../../parts/ZoneNote';

interface Given {
  day: Day;
  today: string;
  words: AdminWords;
  locale: Locale;
}

const meterLabel = ({ kinds, name }: Meter, { words, locale }: Pick<Given, 'words' | 'locale'>): string =>
  kinds.length === 0
    ? name
    : listed(
        kinds.map((kind) => words.kinds[kind]),
        locale,
      );

const isFate = (state: DayCard['state']): state is Fate => fates.some((fate) => fate === state);

const CardLine = ({ card, words, locale }: { card: DayCard } & Pick<Given, 'words' | 'locale'>) => (
  <li className={`md-day-card md-day-${card.state}`}>
    <time
      dateTime={new Date(card.at).toISOString()}
      title={`${new Date(card.at).toISOString()} · ${card.zone}`}
    >
      {wallTimeOf(card.at, card.zone)}
      <ZoneNote zone={card.zone} at={card.at} />
    </time>
    <span className="md-day-what">
      <KindMark kind={card.kind} label={words.kinds[card.kind]} />
      <Link href={`/admin/collections/posts/${card.post}`} prefetch={false}>
        {card.title}
      </Link>
      <span className="md-quiet md-small">
        {listed(card.feeds, locale)}
        {card.versions > 1 ? ` · ${words.home.versionsCount(card.versions)}` : ''}
      </span>
    </span>
    {isFate(card.state) ? (
      <StatusMark status="held" label={operationWords[locale].whats[card.state]} />
    ) : (
      <StatusMark status={card.state} label={words.cardStates[card.state]} />
    )}
  </li>
);

/** One day: how full it is, and what goes out when. */
export const DayColumn = ({ day, today, words, locale }: Given) => {
  const name = dayName(day.date, today, locale);
  const pools = day.pools.filter(({ meters }) => meters.length > 0);
  return (
    <section className="md-day" aria-label={`${name} ${fullDay(day.date, locale)}`}>
      <h2>
        {name[0]?.toUpperCase()}
        {name.slice(1)} <span className="md-quiet">{fullDay(day.date, locale)}</span>
      </h2>
      {pools.map(({ log, feeds, meters }) => (
        <div key={log} className="md-pool">
          {pools.length > 1 ? <span className="md-quiet md-small">{listed(feeds, locale)}</span> : null}
          {meters.map((meter) => (
            <CapMeter
              key={meter.rule}
              label={meterLabel(meter, { words, locale })}
              count={meter.count}
              limit={meter.limit}
              words={meter.words}
            />
          ))}
        </div>
      ))}
      {day.cards.length === 0 ? (
        <p className="md-empty-note">
          {words.home.noCards}
          <br />
          {words.home.noCardsHint}
        </p>
      ) : (
        <ol className="md-day-cards">
          {day.cards.map((card) => (
            <CardLine
              key={`${card.post} ${card.at} ${card.state}`}
              card={card}
              words={words}
              locale={locale}
            />
          ))}
        </ol>
      )}
    </section>
  );
};
