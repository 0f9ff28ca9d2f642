import { operationWords } from '@/core/words/operation';
import { whenWords } from '@/core/words/when';
import type { Context } from '@/server/context';
import type { Home } from '@/server/screens/home';

/** The heartbeat: when a pass last ran, how long it took and what it decided. Where none runs, the header says it. */
export const LastPassLine = ({ home, ctx }: { home: Home; ctx: Context }) => {
  const { last, silent } = home.scheduler;
  if (last === null || silent) return null;
  const { beat } = operationWords[ctx.locale];
  const { at, milliseconds, released, deferred, held, ended } = last;
  const when = whenWords({ at, now: ctx.now, zone: home.timezone }, ctx.locale);
  return (
    <p className="md-quiet md-small">
      {beat.last(when, milliseconds)} {beat.did(released, deferred, held, ended)}
    </p>
  );
};
