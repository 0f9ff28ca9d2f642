'use client';
import type { UnfoldedBy } from '@/core/launch/folding';
import type { Judging } from '@/core/launch/judging';
import type { FoldOptions } from '@/core/moments/fold';
import { launchReviewWords } from '@/core/words/launchReview';
import { fullDay } from '@/core/words/when';
import type { ScriptPhase, ScriptScreen } from '@/server/screens/script';
import type { Previewed } from '@/server/screens/world';
import { useWords } from '../../../parts/useWords';
import { StepLine } from './StepLine';
import { WholeStep } from './WholeStep';

export interface Reading {
  screen: ScriptScreen;
  judging: Judging;
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  now: number;
  decides: boolean;
  onOpen: (post: string) => void;
  onAsk: (post: string, text: string | null) => void;
}

interface Given extends Reading {
  phase: ScriptPhase;
  /** Of each step why it is shown whole. */
  why: ReadonlyMap<string, readonly UnfoldedBy[]>;
}

/** The steps of a phase by their days: a line for each that is folded, the others whole. */
export const PhaseSteps = ({ phase, why, ...reading }: Given) => {
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  return (
    <section className="md-phase" data-phase={phase.key ?? undefined}>
      <h3>{phase.key === null ? words.others : phase.name}</h3>
      {phase.days.length === 0 ? <p className="md-quiet md-small">{words.emptyPhase}</p> : null}
      {phase.days.map(({ date, steps }) => (
        <section key={date ?? ''}>
          <h4>{date === null ? all.queue.noTime : fullDay(date, locale)}</h4>
          <ol className="md-steps">
            {steps.map((step) => {
              const reasons = why.get(step.post) ?? [];
              return (
                <li key={step.post}>
                  {reasons.length === 0 ? (
                    <StepLine step={step} {...reading} />
                  ) : (
                    <WholeStep step={step} why={reasons} {...reading} />
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </section>
  );
};
