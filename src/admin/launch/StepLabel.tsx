'use client';
import { useRowLabel } from '@payloadcms/ui';
import { offsetWords } from '@/core/words/offset';
import { useWords } from '../parts/useWords';

interface Step {
  title?: string;
  titleEn?: string;
  offsetDays?: number | null;
  time?: string | null;
  offsetMinutes?: number | null;
}

/** A step in the form by when it is and what it is called. */
export const StepLabel = () => {
  const { data, rowNumber } = useRowLabel<Step>();
  const { locale } = useWords();
  const name = (locale === 'en' && data?.titleEn) || data?.title || `${(rowNumber ?? 0) + 1}`;
  const when = data ? offsetWords(data, locale) : '';
  return (
    <span>
      {when === '' ? null : <strong>{when} · </strong>}
      {name}
    </span>
  );
};
