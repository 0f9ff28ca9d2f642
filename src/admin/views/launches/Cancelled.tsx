'use client';
import { cancelledWords } from '@/core/words/launchPages';
import type { LaunchScreen } from '@/server/screens/launch';
import { useWords } from '../../parts/useWords';

interface CancelledProps {
  said: NonNullable<LaunchScreen['cancelled']>;
  launch: LaunchScreen;
}

/** Who called a launch off, when and why. */
export const Cancelled = ({ said, launch: { now, timezone: zone } }: CancelledProps) => {
  const { locale } = useWords();
  return <p className="md-note md-note-stop">{cancelledWords(said, { now, zone }, locale)}</p>;
};
