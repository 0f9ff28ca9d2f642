'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page listens: a button that would do nothing yet is shown as such. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
