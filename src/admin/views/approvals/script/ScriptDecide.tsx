'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState, useTransition } from 'react';
import type { Judging } from '@/core/launch/judging';
import { launchReviewWords } from '@/core/words/launchReview';
import type { ScriptScreen } from '@/server/screens/script';
import { postTo } from '../../../parts/useAct';
import { useHydrated } from '../../../parts/useHydrated';
import { useWords } from '../../../parts/useWords';
import { goToStep } from './ToRead';

interface Given {
  screen: ScriptScreen;
  judging: Judging;
  /** Whether this person may decide at all. */
  decides: boolean;
  next: string;
  onSay: (comment: string) => void;
  onDone: () => void;
}

type Way = 'approve' | 'request-changes';

/** Why there is no button to approve; empty: there is one. */
function against({ actions, mayNotApprove, problems, gaps }: ScriptScreen): string[] {
  if (!actions.includes('approve')) return [];
  if (mayNotApprove.length > 0) return mayNotApprove;
  return [...problems, ...gaps.filter(({ stop }) => stop).map(({ say }) => say)];
}

const bodyOf = (way: Way, { contentHash, phases }: ScriptScreen, { shown, asks, comment }: Judging) => {
  const said = comment.trim() || null;
  const steps = phases.flatMap(({ days }) => days.flatMap((day) => day.steps));
  const decided = new Set<string>(steps.filter(({ waits }) => !waits).map(({ post }) => post));
  return way === 'approve'
    ? {
        contentHash,
        comment: said,
        posts: Object.entries(shown).map(([post, hash]) => ({
          post,
          contentHash: hash,
          waits: !decided.has(post),
        })),
      }
    : {
        comment: said,
        steps: Object.entries(asks).map(([post, text]) => ({ post, comment: text.trim() })),
      };
};

/** The decision on exactly what is shown, within the thumb's reach; after it the next one in the queue opens. */
export const ScriptDecide = ({ screen, judging, decides, next, onSay, onDone }: Given) => {
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  const router = useRouter();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [stale, setStale] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [moving, startMoving] = useTransition();
  const hydrated = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const marked = Object.keys(judging.asks).length;
  const blank = Object.entries(judging.asks).find(([, text]) => text.trim() === '')?.[0];
  const cannot = against(screen);
  const { name, contentHash } = screen;
  if (stale !== null && stale !== contentHash) {
    // The page has the present version: what was refused was another one.
    setStale(null);
    setProblems([]);
    setTold(contentHash);
  }

  const lacking = (way: Way): boolean => {
    if (way === 'approve') return false;
    if (blank !== undefined) {
      setProblems([all.queue.commentNeeded]);
      goToStep(blank);
      return true;
    }
    if (marked > 0 || judging.comment.trim() !== '') return false;
    setProblems([words.commentNeeded]);
    box.current?.focus();
    return true;
  };

  const decide = async (way: Way) => {
    setTold(null);
    setProblems([]);
    if (lacking(way)) return;
    setBusy(true);
    try {
      const path = `/api/launch-scripts/${screen.id}/${way}`;
      const answer = await postTo(path, bodyOf(way, screen, judging), locale);
      if (answer.ok) {
        toast.success(way === 'approve' ? words.approved(name) : words.returned(name));
        onDone();
        startMoving(() => {
          router.push(next);
          router.refresh();
        });
        return;
      }
      if (answer.status === 409 || answer.status === 404) setStale(contentHash);
      setProblems(answer.problems.length > 0 ? answer.problems : [all.failed]);
    } catch {
      setProblems([all.failed]);
    } finally {
      setBusy(false);
    }
  };

  if (!decides) {
    return (
      <div className="md-decide-wrap">
        <p className="md-note">{all.queue.readOnly}</p>
      </div>
    );
  }
  const waiting = busy || moving || !hydrated;
  const mayApprove = cannot.length === 0 && screen.actions.includes('approve');
  // What was written at a step is to be said: approving would lose it.
  const returns = marked > 0;
  return (
    <div className="md-decide-wrap">
      <section className="md-decide" aria-label={all.queue.decision}>
        {problems.length > 0 ? (
          <div className="md-note md-note-stop" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
            {stale === null ? null : (
              <button
                type="button"
                className="md-button"
                disabled={moving}
                onClick={() => startMoving(() => router.refresh())}
              >
                {all.reload}
              </button>
            )}
          </div>
        ) : null}
        {told === contentHash ? (
          <p className="md-note" role="status">
            {words.freshTold(judging.fresh.length)}
          </p>
        ) : null}
        {cannot.length > 0 ? (
          <details className="md-note md-note-warn" open={cannot.length === 1}>
            <summary>
              <strong>{screen.mayNotApprove.length > 0 ? words.mayNot : words.gapsStop}</strong>
            </summary>
            {cannot.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </details>
        ) : null}
        {mayApprove && returns ? (
          <p className="md-note" id={`${id}-marked`} role="status">
            {words.markedFirst(marked)}
          </p>
        ) : null}
        <div className="md-decide-row">
          <label className="md-visually-hidden" htmlFor={id}>
            {words.comment}
          </label>
          <textarea
            id={id}
            ref={box}
            rows={1}
            maxLength={2000}
            placeholder={words.commentHint}
            value={judging.comment}
            onChange={(event) => onSay(event.target.value)}
          />
          <div className="md-buttons">
            <button
              type="button"
              className={returns ? 'md-button md-primary' : 'md-button'}
              disabled={waiting}
              onClick={() => void decide('request-changes')}
            >
              {returns ? words.requestSteps(marked) : words.requestChanges}
            </button>
            {mayApprove ? (
              <button
                type="button"
                className={returns ? 'md-button' : 'md-button md-primary'}
                disabled={waiting || returns}
                aria-describedby={returns ? `${id}-marked` : undefined}
                onClick={() => void decide('approve')}
              >
                {screen.atOnce ? words.approveNow : words.approve}
              </button>
            ) : null}
          </div>
        </div>
      </section>
    </div>
  );
};
