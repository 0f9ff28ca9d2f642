'use client';
import { goesAtItsTime } from '@/core/launch/folding';
import { launchReviewWords } from '@/core/words/launchReview';
import type { ScriptStep } from '@/server/screens/script';
import { useHydrated } from '../../../parts/useHydrated';
import { useWords } from '../../../parts/useWords';
import type { Reading } from './PhaseSteps';
import { StepHead } from './StepHead';
import { StepPictures } from './StepPictures';
import { goToStep, stepId } from './ToRead';

/** A step that needs no second reading; a tap opens it for good. */
export const StepLine = ({ step, screen, onOpen }: Reading & { step: ScriptStep }) => {
  const { locale } = useWords();
  const words = launchReviewWords[locale];
  const hydrated = useHydrated();
  const open = () => {
    onOpen(step.post);
    // The line goes away with its focus; the step that takes its place gets it.
    requestAnimationFrame(() => goToStep(step.post));
  };
  return (
    <button
      type="button"
      className="md-step-line"
      id={stepId(step.post)}
      data-step={step.post}
      aria-expanded="false"
      disabled={!hydrated}
      onClick={open}
    >
      <StepHead step={step} feeds={screen.feeds} timezone={screen.timezone} />
      {step.waits ? null : (
        <span className="md-step-note md-quiet">
          {step.isOut ? words.special.out : step.status === 'approved' ? words.special.decided : null}
          {goesAtItsTime(step) ? null : words.fateKnown}
        </span>
      )}
      {step.waits && step.unchanged === 'pictures-added' ? (
        <StepPictures step={step} pictures={screen.pictures} />
      ) : null}
      <span className="md-visually-hidden">{words.open(step.title)}</span>
    </button>
  );
};
