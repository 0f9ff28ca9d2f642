'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import { postTo } from '../../parts/useAct';
import { useHydrated } from '../../parts/useHydrated';
import { useWords } from '../../parts/useWords';

interface DecideProps {
  post: string;
  title: string;
  /** Of what is on the screen: anything else is refused by the server. */
  contentHash: string;
  /** Something of it goes out as soon as it is approved. */
  atOnce: boolean;
  mayApprove: boolean;
  /** Where to go after deciding. */
  next: string;
}

/** The decision within the thumb's reach; after it the next post opens. */
export const Decide = ({ post, title, contentHash, atOnce, mayApprove, next }: DecideProps) => {
  const { words, locale } = useWords();
  const router = useRouter();
  const [comment, setComment] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const [moving, startMoving] = useTransition();
  const hydrated = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another post or content is another question
  useEffect(() => {
    setProblems([]);
    setStale(false);
  }, [post, contentHash]);

  const decide = async (way: 'approve' | 'request-changes') => {
    if (way === 'request-changes' && comment.trim() === '') {
      setProblems([words.queue.commentNeeded]);
      box.current?.focus();
      return;
    }
    setBusy(true);
    setProblems([]);
    const said = comment.trim() || null;
    const body = way === 'approve' ? { contentHash, comment: said } : { comment: said };
    try {
      const answer = await postTo(`/api/posts/${post}/${way}`, body, locale);
      if (answer.ok) {
        toast.success(way === 'approve' ? words.queue.approved(title) : words.queue.returned(title));
        setComment('');
        startMoving(() => {
          router.push(next);
          router.refresh();
        });
        return;
      }
      setStale(answer.status === 409 || answer.status === 404);
      setProblems(answer.problems.length > 0 ? answer.problems : [words.failed]);
    } catch {
      setProblems([words.failed]);
    } finally {
      setBusy(false);
    }
  };

  const waiting = busy || moving || !hydrated;
  return (
    <section className="md-decide" aria-label={words.queue.decision}>
      {problems.length > 0 ? (
        <div className="md-note md-note-stop" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          {stale ? (
            <button type="button" className="md-button" onClick={() => startMoving(() => router.refresh())}>
              {words.reload}
            </button>
          ) : null}
        </div>
      ) : null}
      <div className="md-decide-row">
        <label className="md-visually-hidden" htmlFor={id}>
          {words.queue.comment}
        </label>
        <textarea
          id={id}
          ref={box}
          rows={1}
          maxLength={2000}
          placeholder={words.queue.commentHint}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <div className="md-buttons">
          <button
            type="button"
            className="md-button"
            disabled={waiting}
            onClick={() => void decide('request-changes')}
          >
            {words.queue.requestChanges}
          </button>
          {mayApprove ? (
            <button
              type="button"
              className="md-button md-primary"
              disabled={waiting}
              onClick={() => void decide('approve')}
            >
              {atOnce ? words.queue.approveNow : words.queue.approve}
            </button>
          ) : null}
        </div>
      </div>
    </section>
  );
};
