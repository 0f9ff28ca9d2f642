'use client';
import { type ReactNode, useId } from 'react';
import { useWords } from '../parts/useWords';
import { Moves } from './Moves';
import type { Trial } from './useTrial';

interface SectionProps {
  /** Null while there is nothing to try: then the children say why. */
  trial: Trial | null;
  now: number;
  children?: ReactNode;
}

/** What saving the form would do to what is planned. */
export const MovesSection = ({ trial, now, children }: SectionProps) => {
  const { words } = useWords();
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words.rule.moves}</h2>
      {trial ? <Moves trial={trial} now={now} /> : children}
    </section>
  );
};
