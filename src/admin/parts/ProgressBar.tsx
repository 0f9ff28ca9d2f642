import type { Counts, ProgressState } from '@/core/desk/progress';
import type { AdminWords } from '@/core/words/admin';

export const barOrder: readonly ProgressState[] = ['posted', 'copied', 'skipped', 'removed', 'not-opened'];

export const sumOf = (counts: Counts): number => barOrder.reduce((sum, state) => sum + counts[state], 0);

/** One bar of five parts; the numbers stand below it or are read aloud, so that colour is never alone. */
export const ProgressBar = ({ counts, words }: { counts: Counts; words: AdminWords }) => {
  const shown = barOrder.filter((state) => counts[state] > 0);
  const said = shown
    .map((state) => words.progress.part(words.progress.states[state], counts[state]))
    .join('，');
  return (
    <div className="md-bar" role="img" aria-label={words.progress.bar(said)}>
      {shown.map((state) => (
        <span key={state} className={`md-bar-${state}`} style={{ flexGrow: counts[state] }} />
      ))}
    </div>
  );
};

/** The same in numbers, each with the mark that it has in the bar. */
export const ProgressNumbers = ({ counts, words }: { counts: Counts; words: AdminWords }) => (
  <ul className="md-numbers">
    {barOrder
      .filter((state) => counts[state] > 0)
      .map((state) => (
        <li key={state}>
          <i className={`md-bar-${state}`} aria-hidden="true" />
          {words.progress.states[state]} <strong>{counts[state]}</strong>
        </li>
      ))}
  </ul>
);
