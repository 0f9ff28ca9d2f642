'use client';
import { useEditDepth } from '@payloadcms/ui';
import { useEffect, useSyncExternalStore } from 'react';
import type { Known } from './beforeSaving';
import type { Trial } from './useTrial';

/** By depth: a form in a drawer stands above the one that it was opened from. */
const known = new Map<number, Known>();
const listeners = new Set<() => void>();
const changed = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Tells the button of the form, which Payload draws elsewhere, what its panel knows. */
export function useTellKnown(written: unknown, trial: Trial | null): void {
  const depth = useEditDepth();
  useEffect(() => {
    known.set(depth, { written, trial });
    changed();
  }, [depth, written, trial]);
  useEffect(
    () => () => {
      known.delete(depth);
      changed();
    },
    [depth],
  );
}

/** What the panel of this form knows; undefined where it has none. */
export function useKnown(): Known | undefined {
  const depth = useEditDepth();
  return useSyncExternalStore(
    subscribe,
    () => known.get(depth),
    () => undefined,
  );
}
