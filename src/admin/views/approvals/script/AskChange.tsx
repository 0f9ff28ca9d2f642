'use client';
import { useId, useRef } from 'react';
import type { LaunchReviewWords } from '@/core/words/launchReview';
import { useHydrated } from '../../../parts/useHydrated';

interface Given {
  title: string;
  words: LaunchReviewWords;
  /** What is to change so far; undefined: nothing is. */
  asked: string | undefined;
  onAsk: (text: string | null) => void;
}

/** 「这一步要改」: a comment that stays with its step. */
export const AskChange = ({ title, words, asked, onAsk }: Given) => {
  const id = useId();
  const hydrated = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  const begin = () => {
    onAsk('');
    requestAnimationFrame(() => box.current?.focus());
  };
  if (asked === undefined) {
    return (
      <div className="md-ask">
        <button type="button" className="md-button" disabled={!hydrated} onClick={begin}>
          {words.ask}
        </button>
      </div>
    );
  }
  return (
    <div className="md-ask md-ask-open">
      <label htmlFor={id}>{words.askLabel(title)}</label>
      <textarea
        id={id}
        ref={box}
        rows={2}
        maxLength={2000}
        placeholder={words.askHint}
        value={asked}
        onChange={(event) => onAsk(event.target.value)}
      />
      <button type="button" className="md-button" onClick={() => onAsk(null)}>
        {words.unask}
      </button>
    </div>
  );
};
