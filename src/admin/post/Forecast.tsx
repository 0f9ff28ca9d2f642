'use client';
import { useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Holder } from '@/server/posts/proof';
import type { Review } from '@/server/posts/review';
import { ForecastList } from '../parts/ForecastList';
import { Holders } from '../parts/Holders';
import { ProofList } from '../parts/ProofList';
import { useSlow } from '../parts/useSlow';
import { useWords } from '../parts/useWords';

interface ForecastProps {
  now: number;
  /** Problems that stand above already. */
  said: readonly string[];
  /** Approved already: where its cards stand is said above, and here only what the caps say of them. */
  planned: boolean;
}

interface Asked {
  review: Review | null;
  busy: boolean;
  failed: boolean;
}

/** The review of the post as it was saved last; asked again after each save. */
function useReview(locale: string): Asked {
  const { id, data } = useDocumentInfo();
  const [asked, setAsked] = useState<Asked>({ review: null, busy: false, failed: false });
  const updatedAt = data?.updatedAt;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each save is a new question
  useEffect(() => {
    if (!id) return;
    const asking = new AbortController();
    const settle = (review: Review | null) => setAsked({ review, busy: false, failed: review === null });
    setAsked((before) => ({ ...before, busy: true, failed: false }));
    fetch(`/api/posts/${id}/review`, {
      credentials: 'same-origin',
      headers: { 'Accept-Language': locale },
      signal: asking.signal,
    })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Review>) : null))
      .then(settle)
      .catch(() => asking.signal.aborted || settle(null));
    return () => asking.abort();
  }, [id, updatedAt, locale]);

  return asked;
}

/** Who holds the places of its cards, each post once. */
const holders = ({ forecast }: Review): Holder[] => [
  ...new Map(forecast.flatMap((one) => one.holders.map((holder) => [holder.post, holder] as const))).values(),
];

/** What the post that was saved last would do if it were approved now, and what the caps say of its days. */
export const Forecast = ({ now, said, planned }: ForecastProps) => {
  const { words, locale } = useWords();
  const { id } = useDocumentInfo();
  const modified = useFormModified();
  const { review, busy, failed } = useReview(locale);
  const slow = useSlow(busy);

  // What stood in the way of what was saved may be mended by now.
  const problems = modified ? [] : (review?.problems ?? []).filter((problem) => !said.includes(problem));
  const clear = review !== null && review.problems.length === 0;

  return (
    <section aria-labelledby="md-forecast-title" aria-busy={busy}>
      <h2 id="md-forecast-title">{planned ? words.forecast.caps : words.forecast.title}</h2>
      {!id ? <p className="md-quiet">{words.forecast.save}</p> : null}
      {id && modified ? <p className="md-quiet">{words.forecast.stale}</p> : null}
      {slow ? (
        <p className="md-busy" role="status">
          {words.forecast.busy}
          <progress aria-label={words.forecast.busy} />
        </p>
      ) : null}
      {failed ? (
        <p className="md-note md-note-warn" role="status">
          {words.failed}
        </p>
      ) : null}
      {review && !clear && problems.length === 0 && !modified ? (
        <p className="md-quiet">{words.forecast.first}</p>
      ) : null}
      {problems.length > 0 ? (
        <ul className="md-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {clear && planned ? (
        <Holders label={words.forecast.holders} holders={holders(review)} {...{ now, locale }} />
      ) : null}
      {clear && !planned ? <ForecastList {...{ review, now, locale, words }} /> : null}
      {clear ? <ProofList proofs={review.proofs} {...{ now, locale, words }} /> : null}
      {clear && planned && review.proofs.length === 0 ? (
        <p className="md-quiet">{words.forecast.fits}</p>
      ) : null}
    </section>
  );
};
