'use client';
import { useId, useState } from 'react';
import type { LaunchWords } from '@/core/words/launchScreen';
import { Problems } from '../parts/Problems';

interface DecisionProps {
  words: LaunchWords;
  /** Why this person may not approve; empty: they may. */
  against: readonly string[];
  closed: boolean;
  onApprove: (comment: string | null) => Promise<boolean>;
  onReturn: (comment: string) => Promise<boolean>;
}

/** The manager's decision on exactly what is shown above it. */
export const Decision = ({ words, against, closed, onApprove, onReturn }: DecisionProps) => {
  const [comment, setComment] = useState('');
  const id = useId();
  const said = comment.trim();
  return (
    <section aria-label={words.title}>
      <Problems title={words.mayNot} problems={against} />
      <label className="md-field" htmlFor={id}>
        <span>{words.comment}</span>
        <textarea
          id={id}
          rows={2}
          maxLength={2000}
          placeholder={words.commentHint}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="md-buttons">
        {against.length === 0 ? (
          <button
            type="button"
            className="md-button md-primary"
            disabled={closed}
            onClick={() => void onApprove(said || null)}
          >
            {words.acts.approve}
          </button>
        ) : null}
        <button
          type="button"
          className="md-button"
          disabled={closed || said === ''}
          onClick={() => void onReturn(said)}
        >
          {words.acts['request-changes']}
        </button>
      </div>
    </section>
  );
};
