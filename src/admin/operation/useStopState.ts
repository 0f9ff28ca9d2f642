'use client';
import { useCallback, useEffect, useState } from 'react';
import type { StopState } from '@/server/stop/state';

const everyMs = 10_000;
const happened = 'moments-desk:stop-changed';

/** Tells the banner at once; others see it at their next look. */
export const tellStopChanged = (): void => void window.dispatchEvent(new Event(happened));

/** Whether everything is stopped, looked up anew every ten seconds while the page is seen. */
export function useStopState(initial: StopState): StopState {
  const [state, setState] = useState(initial);
  const look = useCallback(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch('/api/stop', { credentials: 'same-origin', cache: 'no-store' });
      if (answer.ok) setState((await answer.json()) as StopState);
    } catch {
      // No network: what was known stays.
    }
  }, []);
  useEffect(() => {
    const again = () => void look();
    const timer = setInterval(again, everyMs);
    document.addEventListener('visibilitychange', again);
    window.addEventListener(happened, again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener(happened, again);
    };
  }, [look]);
  return state;
}
