'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { launchPageWords } from '@/core/words/launchPages';
import type { LaunchScreen } from '@/server/screens/launch';
import { ScriptMark } from '../../parts/ScriptMark';
import { useWords } from '../../parts/useWords';
import { When } from '../../parts/When';
import { Cancelled } from './Cancelled';
import { LaunchActions } from './LaunchActions';
import { MoveDialog } from './MoveDialog';
import { Returned } from './Returned';
import { SideList } from './SideList';
import { StepPanel } from './StepPanel';
import { Timeline } from './Timeline';

/** A launch on its timeline, beside it what is missing or the step that is chosen. */
export const LaunchPage = ({ launch }: { launch: LaunchScreen }) => {
  const { locale } = useWords();
  const words = launchPageWords[locale];
  const { name, status, launchAt: at, timezone: zone, product, offer, steps, now } = launch;
  // Of the address, not of what the server made: whoever comes back finds the step open that was left.
  const [selected, setSelected] = useState(useSearchParams().get('step'));
  const [moving, setMoving] = useState<{ date: string | null } | null>(null);
  const step = steps.find(({ id }) => id === selected) ?? null;
  const stops = launch.gaps.filter(({ stop }) => stop).length;
  const mayMove = launch.actions.includes('reschedule') && at !== null;

  const select = (id: string | null) => {
    setSelected(id);
    const query = id === null ? '' : `?step=${encodeURIComponent(id)}`;
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${query}`);
  };
  const close = () => {
    select(null);
    if (step) document.getElementById(`md-step-${step.id}`)?.focus();
  };

  return (
    <>
      <header className="md-launch-top">
        <div>
          <div className="md-launch-head">
            <h1>{name}</h1>
            <ScriptMark short={launch.short} locale={locale} />
          </div>
          <p>
            <strong>
              {at === null ? (
                words.list.noTime
              ) : (
                <When {...{ at, now, zone, locale }} say={words.line.launchAt} />
              )}
            </strong>
            <span className="md-quiet">
              {' '}
              {[product, offer]
                .filter(Boolean)
                .map((one) => `· ${one}`)
                .join(' ')}
            </span>
          </p>
        </div>
        <LaunchActions launch={launch} onMove={() => setMoving({ date: null })} onSelect={select} />
      </header>
      {launch.cancelled ? <Cancelled said={launch.cancelled} launch={launch} /> : null}
      {launch.returned ? <Returned returned={launch.returned} launch={launch} onSelect={select} /> : null}
      {stops > 0 && status !== 'cancelled' ? (
        <a className="md-launch-jump md-launch-note" href="#md-launch-gaps">
          {words.side.count(stops)}
        </a>
      ) : null}
      <div className="md-launch-columns">
        <Timeline
          launch={launch}
          selected={selected}
          onSelect={select}
          onMove={mayMove ? (date) => setMoving({ date }) : null}
        />
        {step ? <StepPanel key={step.id} launch={launch} step={step} onClose={close} /> : null}
        <SideList launch={launch} selected={selected} onSelect={select} />
      </div>
      {moving && at !== null ? (
        <MoveDialog launch={launch} launchAt={at} date={moving.date} onClose={() => setMoving(null)} />
      ) : null}
    </>
  );
};
