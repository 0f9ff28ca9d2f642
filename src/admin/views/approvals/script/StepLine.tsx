'use client';
import { goesAtItsTime } from '@/core/launch/folding';
import type { Locale } from '@/core/model';
import { launchReviewWords } from '@/core/words/launchReview';
import { whenWords } from '@/core/words/when';
import type { ScriptStep } from '@/server/screens/script';
import { useHydrated } from '../../../parts/useHydrated';
import { useWords } from '../../../parts/useWords';
import type { Reading } from './PhaseSteps';
import { StepHead } from './StepHead';
import { StepPictures } from './StepPictures';
import { goToStep, stepId } from './ToRead';
import { wasApproved } from './wasApproved';

/** Why a folded step is not asked about, and what becomes of it where that is not what was planned. */
function notesOf({ step, screen, now }: Reading & { step: ScriptStep }, locale: Locale): string[] {
  const words = launchReviewWords[locale];
  const { waits, isOut, forecast } = step;
  if (waits) return [];
  const deferred = forecast.filter(({ outcome }) => outcome === 'defer').map(({ at }) => at);
  const when =
    deferred.length === 0
      ? null
      : whenWords({ at: Math.min(...deferred), now, zone: screen.timezone }, locale);
  return [
    ...(isOut ? [words.special.out] : []),
    ...(wasApproved(step) ? [words.special.decided] : []),
    ...(goesAtItsTime(step) ? [] : [words.fateKnown(when)]),
  ];
}

/** A step that needs no second reading; a tap opens it for good. */
export const StepLine = (given: Reading & { step: ScriptStep }) => {
  const { step, screen, onOpen } = given;
  const { locale } = useWords();
  const notes = notesOf(given, locale);
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
      {notes.length > 0 ? <span className="md-step-note md-quiet">{notes.join(' · ')}</span> : null}
      {step.waits && step.unchanged === 'pictures-added' ? (
        <StepPictures step={step} pictures={screen.pictures} />
      ) : null}
      <span className="md-visually-hidden">{words.open(step.title)}</span>
    </button>
  );
};
