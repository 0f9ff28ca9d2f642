'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { operationWords } from '@/core/words/operation';
import { Ask } from '../parts/Ask';
import { postTo } from '../parts/useAct';
import { useHydrated } from '../parts/useHydrated';
import { useWords } from '../parts/useWords';
import { tellStopChanged } from './useStopState';

/** Asks once, with the reason that everybody will see. */
export const StopButton = () => {
  const { words, locale } = useWords();
  const { stop } = operationWords[locale];
  const [asking, setAsking] = useState(false);
  const ready = useHydrated();
  const router = useRouter();
  const send = async (reason: string): Promise<boolean> => {
    const answer = await postTo('/api/stop', { reason }, locale).catch(() => null);
    if (!answer?.ok) {
      toast.error(answer?.problems[0] ?? words.failed);
      return false;
    }
    toast.success(stop.done);
    tellStopChanged();
    router.refresh();
    return true;
  };
  return (
    <>
      <button type="button" className="md-button md-danger" disabled={!ready} onClick={() => setAsking(true)}>
        {stop.button}
      </button>
      {asking ? (
        <Ask
          question={stop.ask}
          reason={stop.reason}
          send={stop.send}
          onSend={send}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
