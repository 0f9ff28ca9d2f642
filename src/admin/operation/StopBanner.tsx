'use client';
import { useState } from 'react';
import { operationWords } from '@/core/words/operation';
import { whenWords } from '@/core/words/when';
import type { StopState } from '@/server/stop/state';
import { useWords } from '../parts/useWords';
import { ResumeDialog } from './ResumeDialog';
import { useStopState } from './useStopState';

interface BannerProps {
  initial: StopState;
  zone: string;
  now: number;
  mayResume: boolean;
}

/** Who stopped, when and why; a manager resumes from here. */
export const StopBanner = ({ initial, zone, now, mayResume }: BannerProps) => {
  const { stopped, at, byName, reason } = useStopState(initial);
  const { locale } = useWords();
  const [asking, setAsking] = useState(false);
  const words = operationWords[locale].stop;
  if (!stopped) return null;
  const since =
    at === null
      ? null
      : words.since(byName ?? words.nobody, whenWords({ at, now: Math.max(now, at), zone }, locale));
  return (
    <div className="md-note md-note-stop md-banner" role="alert">
      <div>
        <strong>{words.title}</strong>
        <p>
          {since}
          {reason}
        </p>
        <p>
          {words.say} {mayResume ? null : words.waitForManager}
        </p>
      </div>
      {mayResume ? (
        <button type="button" className="md-button" onClick={() => setAsking(true)}>
          {words.look}
        </button>
      ) : null}
      {asking ? <ResumeDialog onClose={() => setAsking(false)} /> : null}
    </div>
  );
};
