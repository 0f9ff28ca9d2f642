'use client';
import { useState } from 'react';
import type { FoldOptions } from '@/core/moments/fold';
import { queueWords } from '@/core/words/queue';
import type { OutlookOfPosts } from '@/server/posts/outlookOf';
import type { Previewed } from '@/server/screens/world';
import { useHydrated } from '../../../parts/useHydrated';
import { useWords } from '../../../parts/useWords';
import { Hashes } from './Hashes';
import { type BatchPost, PostOfPeriod } from './PostOfPeriod';
import { Result } from './Result';
import { Together } from './Together';
import { useBatch } from './useBatch';
import { useOutlook } from './useOutlook';

interface BatchProps {
  posts: readonly BatchPost[];
  /** Of all that can be approved. */
  outlook: OutlookOfPosts;
  /** Whether the reader decides on any of them. */
  decides: boolean;
  /** Said where nothing waits. */
  empty: string;
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  now: number;
}

const chosenKey = ({ id, contentHash }: BatchPost): string => `${id}:${contentHash}`;

/** The posts of a day or a week, each chosen unless something stands in its way, and one decision on all that are. */
export const Batch = ({ posts, outlook: ofAll, decides, empty, now, ...looks }: BatchProps) => {
  const { words, locale } = useWords();
  const own = queueWords[locale];
  const hydrated = useHydrated();
  const { busy, problems, result, approve } = useBatch();
  // By content: one that has changed since somebody unticked it is a new question.
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const leftOut = new Set(result?.leftOut.map(({ id }) => id));
  const [seenAgain, setSeenAgain] = useState<ReadonlySet<string>>(new Set());

  const open = decides ? posts.filter(({ against }) => against.length === 0) : [];
  // What was left out has to be looked at: nobody approves it by pressing the same button again.
  const isChosen = (post: BatchPost): boolean =>
    leftOut.has(post.id) ? seenAgain.has(chosenKey(post)) : !off.has(chosenKey(post));
  const chosen = open.filter(isChosen);
  const asked = useOutlook({ chosen, open, ofAll });
  const outlook = typeof asked === 'string' ? null : asked;
  const atOnce = chosen.filter(({ id }) => outlook?.forecasts[id]?.some((one) => one.atOnce)).length;

  const choose = (some: readonly BatchPost[], wanted: boolean) => {
    const nextOff = new Set(off);
    const nextSeen = new Set(seenAgain);
    for (const post of some) {
      if (wanted) nextOff.delete(chosenKey(post));
      else nextOff.add(chosenKey(post));
      if (wanted) nextSeen.add(chosenKey(post));
      else nextSeen.delete(chosenKey(post));
    }
    setOff(nextOff);
    setSeenAgain(nextSeen);
  };

  return (
    <div className="md-batch">
      {result ? <Result result={result} /> : null}
      {posts.length === 0 ? <p className="md-empty-note">{empty}</p> : null}
      <div className="md-batch-columns">
        <Together posts={chosen} asked={asked} now={now} />
        <section aria-label={own.posts} className="md-batch-posts">
          {posts.map((post) => (
            <PostOfPeriod
              key={post.id}
              post={post}
              forecast={outlook?.forecasts[post.id] ?? ofAll.forecasts[post.id] ?? []}
              chosen={open.includes(post) ? isChosen(post) : null}
              onChoose={(wanted) => choose([post], wanted)}
              now={now}
              {...looks}
            />
          ))}
        </section>
      </div>
      {open.length > 0 ? (
        <div className="md-decide-wrap">
          <section className="md-decide" aria-label={words.queue.decision}>
            {problems.length > 0 ? (
              <div className="md-note md-note-stop" role="alert">
                {problems.map((problem) => (
                  <p key={problem}>{problem}</p>
                ))}
              </div>
            ) : null}
            {chosen.length > 0 ? <Hashes posts={chosen} /> : <p className="md-quiet">{own.noneChosen}</p>}
            <div className="md-buttons">
              <button
                type="button"
                className="md-button"
                disabled={busy || !hydrated}
                onClick={() => choose(open, chosen.length === 0)}
              >
                {chosen.length === 0 ? own.all : own.none}
              </button>
              <button
                type="button"
                className="md-button md-primary"
                disabled={busy || !hydrated || chosen.length === 0}
                onClick={() => void approve(chosen)}
              >
                {busy ? own.sending : own.approve(chosen.length, atOnce)}
              </button>
            </div>
          </section>
        </div>
      ) : null}
    </div>
  );
};
