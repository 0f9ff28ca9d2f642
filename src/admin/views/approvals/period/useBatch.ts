'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { queueWords } from '@/core/words/queue';
import type { BatchAnswer } from '@/server/posts/approveAll';
import { postTo } from '../../../parts/useAct';
import { useWords } from '../../../parts/useWords';

interface Chosen {
  id: string;
  title: string;
  contentHash: string;
}

interface LeftOut {
  id: string;
  title: string;
  why: string;
}

export interface BatchResult {
  approved: { id: string; title: string }[];
  leftOut: LeftOut[];
}

interface Batch {
  busy: boolean;
  problems: readonly string[];
  result: BatchResult | null;
  /** Approves each by the hash that was shown; false when nothing was decided. */
  approve: (chosen: readonly Chosen[]) => Promise<boolean>;
}

const codeOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : '';

/** The decision on many posts: what was approved, and what was left out and why. */
export function useBatch(): Batch {
  const { words, locale } = useWords();
  const own = queueWords[locale];
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [result, setResult] = useState<BatchResult | null>(null);
  const [moving, startMoving] = useTransition();

  const whyOf = ({ errors }: BatchAnswer & { ok: false }): string => {
    const [first] = errors;
    const code = codeOf(first?.data);
    if (code === 'content-changed') return own.changed;
    return code === 'wrong-status' ? own.decided : (first?.message ?? '');
  };

  const approve = async (chosen: readonly Chosen[]): Promise<boolean> => {
    setBusy(true);
    setProblems([]);
    try {
      const items = chosen.map(({ id, contentHash }) => ({ post: id, contentHash }));
      const answer = await postTo('/api/approvals/batch', { items }, locale);
      if (!answer.ok) {
        setProblems(answer.problems.length > 0 ? answer.problems : [words.failed]);
        return false;
      }
      const answers = new Map((answer.value.results as BatchAnswer[]).map((one) => [one.post, one]));
      const next: BatchResult = { approved: [], leftOut: [] };
      for (const { id, title } of chosen) {
        const one = answers.get(id);
        if (one?.ok) next.approved.push({ id, title });
        else next.leftOut.push({ id, title, why: one ? whyOf(one) : words.failed });
      }
      setResult(next);
      startMoving(() => router.refresh());
      return true;
    } catch {
      setProblems([words.failed]);
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { busy: busy || moving, problems, result, approve };
}
