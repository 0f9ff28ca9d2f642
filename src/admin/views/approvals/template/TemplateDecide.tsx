'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { templateReviewWords } from '@/core/words/templateReview';
import { postTo } from '../../../parts/useAct';
import { useHydrated } from '../../../parts/useHydrated';
import { useWords } from '../../../parts/useWords';

interface Given {
  id: string;
  name: string;
  /** Of what is on the screen: anything else is refused by the server. */
  contentHash: string;
  /** Why this person may not approve it; empty: they may. */
  against: readonly string[];
}

/** Approves a template exactly as it is shown above. */
export const TemplateDecide = ({ id, name, contentHash, against }: Given) => {
  const { words: all, locale } = useWords();
  const words = templateReviewWords[locale];
  const router = useRouter();
  const hydrated = useHydrated();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [moving, startMoving] = useTransition();

  const approve = async () => {
    setBusy(true);
    setProblems([]);
    try {
      const answer = await postTo(`/api/launch-templates/${id}/approve`, { contentHash }, locale);
      if (answer.ok) {
        toast.success(words.approved(name));
        startMoving(() => {
          router.push('/admin/launches');
          router.refresh();
        });
        return;
      }
      setProblems(answer.problems.length > 0 ? answer.problems : [all.failed]);
    } catch {
      setProblems([all.failed]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="md-decide-wrap">
      <section className="md-decide" aria-label={words.decision}>
        {problems.length > 0 ? (
          <div className="md-note md-note-stop" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
            <button
              type="button"
              className="md-button"
              disabled={moving}
              onClick={() => startMoving(() => router.refresh())}
            >
              {all.reload}
            </button>
          </div>
        ) : null}
        {against.length > 0 ? (
          <div className="md-note md-note-warn">
            <strong>{words.mayNot}</strong>
            {against.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        ) : (
          <div className="md-buttons">
            <button
              type="button"
              className="md-button md-primary"
              disabled={busy || moving || !hydrated}
              onClick={() => void approve()}
            >
              {words.approve}
            </button>
          </div>
        )}
      </section>
    </div>
  );
};
