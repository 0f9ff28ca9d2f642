'use client';
import { useRowLabel } from '@payloadcms/ui';
import type { PhaseKey } from '@/core/launch/phases';
import { phaseLabels } from '@/core/words/launchPhases';
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
  const own = locale === 'en' ? data?.nameEn || data?.name : data?.name;
  const name = own || (data?.key ? phaseLabels[data.key][locale] : '');
  return (
    <span>
      {(rowNumber ?? 0) + 1} · {name}
    </span>
  );
};
