import type { Payload } from 'payload';

/** On the instance itself, because Next bundles modules twice. */
const key = Symbol.for('moments-desk.notifier');

type Woken = { [key]?: () => void };

export const setNotifier = (payload: Payload, wake: (() => void) | undefined): void => {
  (payload as Woken)[key] = wake;
};

/** Whoever sends in this process looks at once; where nobody does, the next tick of another process finds it. */
export const wakeNotifier = (payload: Payload): void => (payload as Woken)[key]?.();
