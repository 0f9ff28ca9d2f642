'use client';
import { useSyncExternalStore } from 'react';
import { zoneName } from '@/core/words/when';
import { useWords } from './useWords';

const never = () => () => {};
const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const offsetIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .format(at)
    .split(', ')
    .at(-1) ?? '';

/** The name of a feed's time zone, where the reader's clock shows another time. */
export const ZoneNote = ({ zone, at }: { zone: string; at: number }) => {
  const { locale } = useWords();
  const own = useSyncExternalStore(never, readerZone, () => null);
  if (own === null || offsetIn(own, at) === offsetIn(zone, at)) return null;
  return (
    <span className="md-zone">
      {locale === 'zh' ? `（${zoneName(zone, locale)}）` : ` (${zoneName(zone, locale)})`}
    </span>
  );
};
