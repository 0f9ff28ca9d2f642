import type { ScriptStep } from '@/server/screens/script';

/** It was approved before and is still to come; one that is deferred is approved with another time. */
export const wasApproved = ({ waits, isOut, status }: ScriptStep): boolean =>
  !waits && !isOut && (status === 'approved' || status === 'deferred');
