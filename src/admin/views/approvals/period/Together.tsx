'use client';
import { queueWords } from '@/core/words/queue';
import type { OutlookOfPosts } from '@/server/posts/outlookOf';
import { Outcome } from '../../../parts/ForecastList';
import { ProofList } from '../../../parts/ProofList';
import { useWords } from '../../../parts/useWords';
import type { BatchPost } from './PostOfPeriod';
import type { Asked } from './useOutlook';

/** The verdict and who sees most; the proofs themselves are a tap away. */
const Proofs = ({ proofs, now }: { proofs: OutlookOfPosts['proofs']; now: number }) => {
  const { words, locale } = useWords();
  const own = queueWords[locale];
  if (proofs.length === 0) return <p className="md-quiet">{words.forecast.fits}</p>;
  const holds = proofs.every((proof) => proof.holds);
  const fullest = proofs.flatMap((proof) => proof.fullest[locale] || []);
  return (
    <details className="md-proofs" open={!holds}>
      <summary>
        <strong>{holds ? own.proved : own.notProved}</strong>
        {fullest.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </summary>
      <ProofList {...{ proofs, now, locale, words }} />
    </details>
  );
};

interface TogetherProps {
  posts: readonly BatchPost[];
  asked: Asked;
  now: number;
}

/** What the caps say of the days once all selected posts are approved, and which of them would not go out on time. */
export const Together = ({ posts, asked, now }: TogetherProps) => {
  const { words, locale } = useWords();
  const own = queueWords[locale];
  if (posts.length === 0) return null;
  const outlook = typeof asked === 'string' ? null : asked;
  const moved = posts.flatMap((post) => {
    const cards = outlook?.forecasts[post.id] ?? [];
    const other = cards.find(({ outcome }) => outcome !== 'release');
    return other ? [{ post, other }] : [];
  });
  return (
    <section className="md-together" aria-labelledby="md-together" aria-busy={asked === 'asking'}>
      <h2 id="md-together">{own.together}</h2>
      <p className="md-quiet md-small">{own.togetherOf(posts.length)}</p>
      {outlook === null ? (
        <p className="md-quiet" role="status">
          {asked === 'failed' ? words.failed : own.asking}
        </p>
      ) : (
        <>
          {moved.length === 0 ? <p>{own.allOnTime}</p> : null}
          {moved.length > 0 ? (
            <div className="md-note md-note-warn">
              <strong>{own.moved(moved.length)}</strong>
              <ul>
                {moved.map(({ post, other }) => (
                  <li key={post.id}>
                    <a href={`#post-${post.id}`}>{post.title}</a>{' '}
                    <Outcome one={other} {...{ now, locale, words }} />
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <Proofs proofs={outlook.proofs} now={now} />
        </>
      )}
    </section>
  );
};
