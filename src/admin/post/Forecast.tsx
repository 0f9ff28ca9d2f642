'use client';
import { useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Review } from '@/server/posts/review';
import { ForecastList } from '../parts/ForecastList';
import { useWords } from '../parts/useWords';

interface ForecastProps {
  now: number;
  /** Problems that stand above already. */
  said: readonly string[];
}

/** What the post that was saved last would do if it were approved now. */
export const Forecast = ({ now, said }: ForecastProps) => {
  const { words, locale } = useWords();
  const { id, data } = useDocumentInfo();
  const modified = useFormModified();
  const [review, setReview] = useState<Review | null>(null);
  const updatedAt = data?.updatedAt;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each save is a new question
  useEffect(() => {
    if (!id) return;
    const asking = new AbortController();
    fetch(`/api/posts/${id}/review`, {
      credentials: 'same-origin',
      headers: { 'Accept-Language': locale },
      signal: asking.signal,
    })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Review>) : null))
      .then(setReview)
      .catch(() => {});
    return () => asking.abort();
  }, [id, updatedAt, locale]);

  // What stood in the way of what was saved may be mended by now.
  const problems = modified ? [] : (review?.problems ?? []).filter((problem) => !said.includes(problem));

  return (
    <section aria-labelledby="md-forecast-title">
      <h2 id="md-forecast-title">{words.forecast.title}</h2>
      {!id ? <p className="md-quiet">{words.forecast.save}</p> : null}
      {id && modified ? <p className="md-quiet">{words.forecast.stale}</p> : null}
      {review && review.problems.length > 0 && problems.length === 0 && !modified ? (
        <p className="md-quiet">{words.forecast.first}</p>
      ) : null}
      {problems.length > 0 ? (
        <ul className="md-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {review && review.problems.length === 0 ? <ForecastList {...{ review, now, locale, words }} /> : null}
    </section>
  );
};
