'use client';
import { useEffect, useState } from 'react';
import type { TriedReschedule } from '@/server/launches/tryReschedule';
import { postTo } from '../../parts/useAct';
import { useWords } from '../../parts/useWords';

const settleMs = 250;

interface Tried {
  at: number;
  value: TriedReschedule | null;
  problems: readonly string[];
}

/** What moving a launch to an instant would do, asked anew a moment after each change; nothing is written. */
export function useTryMove(id: string, at: number | null): Tried | null {
  const { words, locale } = useWords();
  const [tried, setTried] = useState<Tried | null>(null);
  useEffect(() => {
    if (at === null) return;
    let current = true;
    const timer = setTimeout(() => {
      postTo(`/api/launch-scripts/${id}/try-reschedule`, { launchAt: new Date(at).toISOString() }, locale)
        .then((answer) =>
          answer.ok
            ? { at, value: answer.value as unknown as TriedReschedule, problems: [] }
            : { at, value: null, problems: answer.problems },
        )
        .catch(() => ({ at, value: null, problems: [words.failed] }))
        .then((found) => {
          if (current) setTried(found);
        });
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id, at, locale, words]);
  return tried !== null && tried.at === at ? tried : null;
}
