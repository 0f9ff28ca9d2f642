import type { ReactNode } from 'react';
import { skipReasons } from '../core/desk/receipt';
import type { DeskWords } from '../core/words/desk';
import { receiptPath } from './view';

interface MarkProps {
  release: string;
  state: 'posted' | 'removed' | 'none';
  /** What the undo goes back to. */
  previous?: string;
  day?: string;
  className?: string;
  children: ReactNode;
}

/** One mark, as a form: it works without the script, which only sends it in the background. */
export const MarkForm = ({ release, state, previous = 'none', day, className, children }: MarkProps) => (
  <form
    method="post"
    action={receiptPath(release)}
    data-mark={state}
    data-previous={previous}
    className="mark"
  >
    <input type="hidden" name="state" value={state} />
    {day ? <input type="hidden" name="date" value={day} /> : null}
    <button type="submit" className={className}>
      {children}
    </button>
  </form>
);

interface SkipProps {
  release: string;
  previous: string;
  words: DeskWords;
}

/** Skipping asks for a reason in one tap, so that editors learn what does not work. */
export const SkipForm = ({ release, previous, words }: SkipProps) => (
  <details className="skip" id={`skip-${release}`}>
    <summary>{words.skip}</summary>
    <form method="post" action={receiptPath(release)} data-mark="skipped" data-previous={previous}>
      <input type="hidden" name="state" value="skipped" />
      <fieldset>
        <legend>{words.skipTitle}</legend>
        {skipReasons.map((reason, index) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} defaultChecked={index === 0} />
            {words.skipReasons[reason]}
          </label>
        ))}
        <label className="detail">
          <span>{words.skipDetail}</span>
          <input type="text" name="detail" maxLength={120} autoComplete="off" />
        </label>
      </fieldset>
      <button type="submit" className="button">
        {words.skipSend}
      </button>
    </form>
  </details>
);
