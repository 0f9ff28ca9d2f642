'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { operationWords } from '@/core/words/operation';
import type { Follows } from '@/server/stop/preview';
import { Ask } from '../parts/Ask';
import { postTo } from '../parts/useAct';
import { useWords } from '../parts/useWords';
import { FollowsList } from './FollowsList';
import { tellStopChanged } from './useStopState';

/** Shows what goes out before anything does; what was shown is what is confirmed. */
export const ResumeDialog = ({ onClose }: { onClose: () => void }) => {
  const { words, locale } = useWords();
  const { resume } = operationWords[locale];
  const [follows, setFollows] = useState<Follows | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  const look = useCallback(async () => {
    try {
      const answer = await fetch('/api/resume', {
        headers: { 'Accept-Language': locale },
        cache: 'no-store',
      });
      const read = (await answer.json()) as { follows?: Follows };
      setFollows(read.follows ?? null);
      if (!read.follows) setProblem(words.failed);
    } catch {
      setProblem(words.failed);
    }
  }, [locale, words]);
  useEffect(() => void look(), [look]);

  const send = async (reason: string): Promise<boolean> => {
    setProblem(null);
    const answer = await postTo('/api/resume', { reason, state: follows?.state }, locale).catch(() => null);
    if (answer?.ok) {
      toast.success(resume.done);
      tellStopChanged();
      router.refresh();
      return true;
    }
    setProblem(answer?.problems[0] ?? words.failed);
    if (answer?.status === 409) await look();
    return false;
  };

  return (
    <Ask
      question={resume.title}
      reason={resume.reason}
      send={resume.send}
      onSend={send}
      onClose={onClose}
      ready={follows !== null}
      staysWhenRefused
    >
      {problem ? (
        <p className="md-note md-note-warn" role="alert">
          {problem}
        </p>
      ) : null}
      {follows ? (
        <FollowsList follows={follows} now={Date.now()} />
      ) : (
        <p className="md-quiet" role="status">
          {problem ? '' : resume.loading}
        </p>
      )}
    </Ask>
  );
};
