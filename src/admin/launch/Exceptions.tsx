import type { LaunchWords } from '@/core/words/launchScreen';
import type { ScriptReview } from '@/server/launches/review';

/** What the script may do beyond the rules, one sentence each: what a manager agrees to. */
export const Exceptions = ({ review, words }: { review: ScriptReview; words: LaunchWords }) => {
  const { exceptions, status, view } = review;
  const steps = view.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
  const undecided = status === 'in-review';
  return (
    <section aria-labelledby="md-exceptions-title">
      <h2 id="md-exceptions-title">{words.exceptions}</h2>
      {exceptions.length === 0 ? <p className="md-quiet">{words.noExceptions}</p> : null}
      {undecided && exceptions.length > 0 ? <p>{words.approving}</p> : null}
      <ul className="md-exceptions">
        {exceptions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {undecided && view.phases.length > 0 ? (
        <p className="md-quiet md-small">{words.phases(view.phases.length, steps)}</p>
      ) : null}
    </section>
  );
};
