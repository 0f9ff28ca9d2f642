import type { ReactNode } from 'react';
import { changesBetween } from '@/core/approval/changes';
import { askedAt } from '@/core/approval/view';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { launchReviewWords } from '@/core/words/launchReview';
import type { Thread } from '@/server/comments/thread';
import type { Review } from '@/server/posts/review';
import { ThreadSection } from '../../comments/ThreadSection';
import { ForecastList } from '../../parts/ForecastList';
import { ProofList } from '../../parts/ProofList';
import { When } from '../../parts/When';
import { Changes } from './Changes';
import { Goes } from './Goes';

interface Given {
  review: Review;
  /** What was said and decided about it. */
  thread: Thread | null;
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

const Caps = ({ review, words, locale, now }: Omit<Given, 'thread'>) => (
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

/** What a manager wants to know beside the cards, most urgent first. */
export const Facts = (given: Given) => {
  const { review, thread, words, locale, now } = given;
  const { content, view, lastApproved, lastReturned } = review;
  const asked = askedAt(view, content.scheduledAt);
  const back = launchReviewWords[locale];
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
        <Goes
          feeds={review.feeds}
          forecast={review.forecast}
          scheduledAt={content.scheduledAt}
          {...{ words, locale, now }}
        />
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
      {lastReturned ? (
        <Part title={back.sinceReturn}>
          {changesBetween(lastReturned, asked).length === 0 ? (
            <p className="md-quiet">{back.asReturned}</p>
          ) : (
            <Changes
              before={lastReturned}
              after={asked}
              {...{ words, locale, now }}
              was={back.whenReturned}
            />
          )}
        </Part>
      ) : null}
      {lastReturned && !lastApproved ? null : (
        <Part title={words.queue.changes}>
          {lastApproved ? (
            <Changes before={lastApproved} after={asked} {...{ words, locale, now }} />
          ) : (
            <p className="md-quiet">{words.queue.first}</p>
          )}
        </Part>
      )}
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
      <ThreadSection subject={{ type: 'posts', id: content.id }} initial={thread} {...{ zone, now }} />
    </aside>
  );
};
