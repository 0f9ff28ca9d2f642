'use client';
import { useEffect, useState } from 'react';
import type { QuietHours } from '@/core/caps';
import type { RuleDraft } from '@/core/rules';
import type { AdminWords } from '@/core/words/admin';
import type { SimulationAnswer } from '@/server/plan/answer';
import { postTo } from '../parts/useAct';
import { useWords } from '../parts/useWords';

/** A rule as it would be; `rule` null: one more. */
export interface RuleTrial extends RuleDraft {
  rule: string | null;
  enabled: boolean;
  name: string;
}

/** A feed with the quiet hours that it would have. */
export interface HoursTrial {
  feed: string;
  quietHours: QuietHours | null;
}

export interface Trial {
  tried: SimulationAnswer | null;
  problems: readonly string[];
  /** It has taken so long that somebody waits. */
  slow: boolean;
}

/** A month: what is planned further ahead is seldom approved yet. */
export const daysAhead = 31;
const dayMs = 86_400_000;
/** Long enough that typing a number of two digits asks once. */
const pauseMs = 500;
const slowMs = 2_000;
const nothing: Trial = { tried: null, problems: [], slow: false };

/** What the form marks itself once it is saved is not said in the words of an interface. */
const problemsOf = (
  answer: { problems: readonly string[]; misshapen: boolean } | null,
  words: AdminWords,
): readonly string[] => {
  if (answer?.misshapen) return [words.rule.wrong];
  return answer?.problems.length ? answer.problems : [words.failed];
};

/** Asks what the change as it is written would move, a moment after the last change; the old answer is dropped. */
export function useTrial(change: RuleTrial | HoursTrial | null, now: number): Trial {
  const { words, locale } = useWords();
  const [trial, setTrial] = useState<Trial>(nothing);
  const asked = JSON.stringify(change);
  const [shownFor, setShownFor] = useState(asked);
  if (shownFor !== asked) {
    setShownFor(asked);
    setTrial(nothing);
  }

  useEffect(() => {
    if (asked === 'null') return;
    let dropped = false;
    const slow = setTimeout(() => setTrial((known) => ({ ...known, slow: true })), slowMs);
    const ask = setTimeout(async () => {
      const question = {
        from: new Date(now).toISOString(),
        to: new Date(now + daysAhead * dayMs).toISOString(),
        changes: [JSON.parse(asked)],
      };
      const answer = await postTo('/api/plan/simulate', question, locale).catch(() => null);
      clearTimeout(slow);
      if (dropped) return;
      if (answer?.ok) setTrial({ ...nothing, tried: answer.value as unknown as SimulationAnswer });
      else setTrial({ ...nothing, problems: problemsOf(answer, words) });
    }, pauseMs);
    return () => {
      dropped = true;
      clearTimeout(slow);
      clearTimeout(ask);
    };
  }, [asked, locale, now, words]);

  return trial;
}
