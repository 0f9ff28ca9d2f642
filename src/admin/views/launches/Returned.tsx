'use client';
import { launchPageWords } from '@/core/words/launchPages';
import { whenWords } from '@/core/words/when';
import type { LaunchScreen } from '@/server/screens/launch';
import { useWords } from '../../parts/useWords';

interface ReturnedProps {
  returned: NonNullable<LaunchScreen['returned']>;
  launch: LaunchScreen;
  onSelect: (id: string) => void;
}

/** What a manager asked to be changed: of the whole, and of each step with a way to it. */
export const Returned = ({ returned, launch, onSelect }: ReturnedProps) => {
  const { locale } = useWords();
  const { returned: words } = launchPageWords[locale];
  const { now, timezone: zone } = launch;
  const { whole, steps } = returned;
  const by = ({ byName, at }: { byName: string | null; at: string }): string =>
    words.by(byName ?? words.somebody, whenWords({ at: Date.parse(at), now, zone }, locale));
  return (
    <section className="md-note md-note-warn md-returned" aria-labelledby="md-launch-returned">
      <h2 id="md-launch-returned">{words.title}</h2>
      {whole ? (
        <p>
          <span className="md-pre">{whole.comment}</span>{' '}
          <span className="md-quiet md-small">{by(whole)}</span>
        </p>
      ) : null}
      {steps.length > 0 ? (
        <ol>
          {steps.map((step) => (
            <li key={step.post}>
              <button type="button" onClick={() => onSelect(step.post)}>
                {words.step(step.title)}
              </button>{' '}
              {step.changed ? <span className="md-returned-done">{words.changed}</span> : null}
              <p>
                <span className="md-pre">{step.comment}</span>{' '}
                <span className="md-quiet md-small">{by(step)}</span>
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
};
