import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { addDays, localDateOf } from '@/core/time';
import { type AdminWords, adminWords } from '@/core/words/admin';
import { deskWords } from '@/core/words/desk';
import { dayName, fullDay } from '@/core/words/when';
import { readDate } from '@/endpoints/desk';
import type { Context } from '@/server/context';
import { type TeamProgress, teamProgress } from '@/server/desk/progress';
import { looksOf } from '@/server/screens/world';
import { ProgressBar, ProgressNumbers, sumOf } from '../../parts/ProgressBar';
import { screen } from '../Screen';
import { CardRows } from './CardRows';
import { PersonRows } from './PersonRows';

const path = '/admin/progress';

const Days = ({
  date,
  today,
  words,
  locale,
}: {
  date: string;
  today: string;
  words: AdminWords;
  locale: Context['locale'];
}) => (
  <nav className="md-days-nav" aria-label={words.progress.day}>
    <Link className="md-button" href={`${path}?date=${addDays(date, -1)}`} prefetch={false}>
      {words.progress.before}
    </Link>
    <strong>
      {dayName(date, today, locale)} <span className="md-quiet">{fullDay(date, locale)}</span>
    </strong>
    <Link className="md-button" href={`${path}?date=${addDays(date, 1)}`} prefetch={false}>
      {words.progress.after}
    </Link>
    {date === today ? null : (
      <Link href={path} prefetch={false}>
        {words.progress.toToday}
      </Link>
    )}
  </nav>
);

const Content = ({ progress, ctx }: { progress: TeamProgress; ctx: Context }) => {
  const { locale } = ctx;
  const words = adminWords[locale];
  if (progress.releases.length === 0) {
    return (
      <div className="md-empty">
        <p className="md-empty-title">{words.progress.empty}</p>
        <p className="md-quiet">{words.progress.emptyHint}</p>
      </div>
    );
  }
  return (
    <>
      <section className="md-overall" aria-labelledby="md-overall">
        <h2 id="md-overall">
          {words.progress.overall}{' '}
          <span className="md-quiet">{words.progress.total(sumOf(progress.totals))}</span>
        </h2>
        <ProgressBar counts={progress.totals} words={words} />
        <ProgressNumbers counts={progress.totals} words={words} />
      </section>
      <CardRows {...{ progress, words, locale }} />
      <PersonRows {...{ progress, words, locale }} />
    </>
  );
};

/** Who has copied, posted, skipped or not opened what, on one day. */
export const ProgressView = (props: AdminViewServerProps) =>
  screen(props, {
    path,
    title: ({ locale }) => adminWords[locale].progress.title,
    show: async (ctx) => {
      const { locale, now, actor, req } = ctx;
      const words = adminWords[locale];
      const { timezone } = await looksOf(ctx);
      const asked = props.searchParams?.date;
      const today = localDateOf(now, timezone);
      const date = readDate(typeof asked === 'string' ? asked : null) ?? today;
      const found = await teamProgress(req, { actor, date, now, words: deskWords[locale] });
      if (!found.ok) return <p className="md-note">{words.progress.notAllowed}</p>;
      return (
        <>
          <Days {...{ date, today, words, locale }} />
          <Content progress={found.value} ctx={ctx} />
        </>
      );
    },
  });
