'use client';
import { useRowLabel } from '@payloadcms/ui';
import type { PhaseKey } from '@/core/launch/phases';
import { phaseName } from '@/core/words/launchPhases';
import { useWords } from '../parts/useWords';

interface Phase {
  key?: PhaseKey;
  name?: string;
  nameEn?: string;
  steps?: readonly unknown[];
}

/** A phase in the form by its name. */
export const PhaseLabel = () => {
  const { data, rowNumber } = useRowLabel<Phase>();
  const { locale } = useWords();
  return (
    <span>
      {(rowNumber ?? 0) + 1} · {phaseName(data ?? {}, locale)}
    </span>
  );
};
