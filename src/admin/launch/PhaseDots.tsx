import type { Locale } from '@/core/model';
import { launchPageWords } from '@/core/words/launchPages';
import { phaseName } from '@/core/words/launchPhases';
import type { PhaseDot } from '@/server/screens/launches';

/** The phases of a launch in their order, each a numbered dot with its name. */
export const PhaseDots = ({ phases, locale }: { phases: readonly PhaseDot[]; locale: Locale }) => {
  const words = launchPageWords[locale].list;
  return (
    <ol className="md-phases" aria-label={words.phases}>
      {phases.map((phase, n) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a phase is known by its place
          key={n}
          className={`md-phase-${phase.key}`}
          title={words.phase(phaseName(phase, locale), phase.steps)}
        >
          <i aria-hidden="true">{n + 1}</i>
          <span>{phaseName(phase, locale)}</span>
        </li>
      ))}
    </ol>
  );
};
