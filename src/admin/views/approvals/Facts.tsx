import type { ReactNode } from 'react';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import type { Review } from '@/server/posts/review';
import { ForecastList, Outcome } from '../../parts/ForecastList';
import { ProofList } from '../../parts/ProofList';
import { When } from '../../parts/When';
import { Changes } from './Changes';
import { fatesOf } from './fates';

interface Given {
  review: Review;
  words: AdminWords;
  locale: Locale;
  now: number;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** When it will really go out, as the plan has it; the wanted time stands beside it where it is another. */
const Goes = ({ review, words, locale, now }: Given) => {
  const { content, feeds, forecast } = review;
  const { scheduledAt } = content;
  return (
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
};

const Caps = ({ review, words, locale, now }: Given) => (
  <>
    <ProofList proofs={review.proofs} {...{ now, locale, words }} />
    {review.proofs.length === 0 &&
    review.forecast.length > 0 &&
    review.forecast.every(({ outcome }) => outcome === 'release') ? (
      <p className="md-quiet">{words.forecast.fits}</p>
    ) : null}
    {review.problems.length === 0 ? <ForecastList {...{ review, now, locale, words }} /> : null}
  </>
);

const History = ({ review, words, locale, now }: Given) => {
  const zone = review.feeds[0]?.zone ?? 'Asia/Shanghai';
  return (
    <ol className="md-history">
      {review.decisions.map(({ n, decision, by, byName, comment, at }) => (
        <li key={n}>
          <span>
            <strong>{byName ?? (by === null ? words.queue.system : words.queue.unknownPerson)}</strong>{' '}
            {words.queue.decisions[decision]}
          </span>
          <span className="md-quiet">
            <When at={Date.parse(at)} now={now} zone={zone} locale={locale} />
          </span>
          {comment ? <q>{comment}</q> : null}
        </li>
      ))}
    </ol>
  );
};

/** What a manager wants to know beside the cards, most urgent first. */
export const Facts = (given: Given) => {
  const { review, words, locale, now } = given;
  const { content, view, lastApproved } = review;
  const submitted = review.decisions.find(({ decision }) => decision === 'submitted');
  const zone = review.feeds[0]?.zone ?? 'Asia/Shanghai';
  return (
    <aside className="md-facts">
      {review.problems.length > 0 ? (
        <Part title={words.queue.problems}>
          <ul className="md-problems">
            {review.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={words.queue.goes}>
        <Goes {...given} />
        {submitted ? (
          <p className="md-quiet md-small">
            <When
              at={Date.parse(submitted.at)}
              now={now}
              zone={zone}
              locale={locale}
              say={(when) => words.queue.submitted(submitted.byName ?? words.queue.unknownPerson, when)}
            />
          </p>
        ) : null}
        {submitted?.comment ? <q>{submitted.comment}</q> : null}
      </Part>
      <Part title={words.queue.caps}>
        <Caps {...given} />
      </Part>
      <Part title={words.queue.changes}>
        {lastApproved ? (
          <Changes before={lastApproved} after={view} {...{ words, locale, now }} />
        ) : (
          <p className="md-quiet">{words.queue.first}</p>
        )}
      </Part>
      {view.launch ? (
        <Part title={words.fields.launch}>
          <p>{view.launch.name}</p>
        </Part>
      ) : null}
      {content.guidance ? (
        <Part title={words.queue.guidance}>
          <p className="md-pre">{content.guidance}</p>
        </Part>
      ) : null}
      <Part title={words.queue.copyMode}>
        <p>
          {words.queue.copyModes[content.copyMode]} · {words.queue.conflict} →{' '}
          {words.queue.conflicts[content.onConflict]}
        </p>
        <p>
          {words.fields.onLate} → {words.queue.lates[content.onLate]}
        </p>
      </Part>
      <Part title={words.queue.history}>
        <History {...given} />
      </Part>
    </aside>
  );
};
