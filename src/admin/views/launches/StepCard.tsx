'use client';
import type { KeyboardEvent } from 'react';
import { localDateOf, wallTimeOf } from '@/core/time';
import { launchPageWords } from '@/core/words/launchPages';
import { phaseName } from '@/core/words/launchPhases';
import { listed } from '@/core/words/listed';
import { whenWords } from '@/core/words/when';
import type { LaunchScreen, LaunchStep } from '@/server/screens/launch';
import { KindMark } from '@/ui/KindMark';
import { useWords } from '../../parts/useWords';
import { fateOf } from './stepFate';

interface StepCardProps {
  launch: LaunchScreen;
  step: LaunchStep;
  isSelected: boolean;
  isCurrent: boolean;
  onSelect: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A step in a day of the timeline: when, what, its first picture, where it stands. */
export const StepCard = ({ launch, step, isSelected, isCurrent, onSelect, onKeyDown }: StepCardProps) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].line;
  const { timezone: zone, phases, gaps, now } = launch;
  const stops = gaps.filter(
    (gap) => gap.stop && (step.post === null ? gap.step === step.step : gap.post === step.post),
  ).length;
  const [base] = step.versions;
  const picture = base?.images[0];
  const fate = fateOf(step);
  const goes =
    fate?.code === 'goes'
      ? localDateOf(fate.at, zone) === localDateOf(step.at, zone)
        ? wallTimeOf(fate.at, zone)
        : whenWords({ at: fate.at, now, zone }, locale)
      : null;
  const others = step.channels.filter((channel) => channel !== step.channel);
  const phase = step.phase === null ? null : phases[step.phase];
  return (
    <button
      type="button"
      id={`md-step-${step.id}`}
      className={`md-step md-step-${step.isOut ? 'released' : (step.status ?? 'none')}${phase ? ` md-phase-${phase.key}` : ''}`}
      aria-pressed={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span className="md-step-top">
        <time dateTime={new Date(step.at).toISOString()}>{wallTimeOf(step.at, zone)}</time>
        <KindMark kind={step.kind} label={common.kinds[step.kind]} />
        <span className="md-step-channel">
          {[common.channels[step.channel], phase ? phaseName(phase, locale) : ''].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="md-step-what">
        <span className="md-step-title">{step.title}</span>
        {picture ? (
          // biome-ignore lint/performance/noImgElement: the server has made it as small as this
          <img src={picture.thumb ?? picture.src} alt="" width={32} height={32} loading="lazy" />
        ) : null}
      </span>
      <span className="md-step-marks">
        <span className="md-visually-hidden">
          {step.status === null ? words.unmade : common.statuses[step.status]}
        </span>
        {step.isOut ? <span className="md-step-out">{words.out}</span> : null}
        {step.status === 'changes-requested' ? <span className="md-step-gap">{words.returned}</span> : null}
        {step.post === null ? <span className="md-step-gap">{words.unmade}</span> : null}
        {stops > 0 ? <span className="md-step-gap">{words.gaps(stops)}</span> : null}
        {goes ? <span className="md-step-goes">{words.goes(goes)}</span> : null}
        {fate?.code === 'stays' ? <span className="md-step-gap">{words.stays}</span> : null}
        {step.versions.length > 1 ? <span>{words.versions(step.versions.length)}</span> : null}
        {step.ownTime ? <span className="md-step-own">{words.ownTime}</span> : null}
        {others.length > 0 ? (
          <span>
            {words.also(
              listed(
                others.map((channel) => common.channels[channel]),
                locale,
              ),
            )}
          </span>
        ) : null}
      </span>
    </button>
  );
};
