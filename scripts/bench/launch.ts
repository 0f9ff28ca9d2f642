import { rmSync } from 'node:fs';
import type { Outcome } from '../../src/server/outcome';
import { launchPages } from './launchPages';
import { type Figure, medianOf } from './report';
import { ownDatabase } from './world';

const day = 86_400_000;

/** A launch of 60 steps in 5 versions and a base: opened for a decision, approved, looked at elsewhere, and moved; in this process, then over HTTP. */
export async function launches(rounds: number): Promise<Figure[]> {
  const directory = ownDatabase('launch');
  try {
    const { getPayload } = await import('payload');
    const { default: config } = await import('@payload-config');
    const { aBigScript } = await import('../../tests/builders/bigScript');
    const { contextFor } = await import('../../tests/builders/team');
    const { makeDefaultRules } = await import('../../src/server/rules/makeDefaults');
    const { reviewOfScript } = await import('../../src/server/launches/review');
    const { approveScript } = await import('../../src/server/launches/approve');
    const { submitScript } = await import('../../src/server/launches/submit');
    const { tryReschedule } = await import('../../src/server/launches/tryReschedule');
    const { rescheduleScript } = await import('../../src/server/launches/reschedule');
    const payload = await getPayload({ config });
    await makeDefaultRules(payload);
    const now = Date.now();
    const big = await aBigScript(payload, { now });
    const { script, editor, manager, launchAt } = big;
    const id = String(script.id);
    const took: Record<'open' | 'approve' | 'try' | 'move', number[]> = {
      open: [],
      approve: [],
      try: [],
      move: [],
    };
    const timed = async <T>(what: keyof typeof took, run: () => Promise<Outcome<T>>): Promise<T> => {
      const began = performance.now();
      const outcome = await run();
      took[what].push(performance.now() - began);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
      return outcome.value;
    };
    for (let round = 1; round <= rounds; round += 1) {
      const [asEditor, asManager] = [
        await contextFor(payload, editor, now),
        await contextFor(payload, manager, now),
      ];
      const { contentHash } = await timed('open', () => reviewOfScript(asManager, id));
      await timed('approve', () => approveScript(asManager, { id, contentHash }));
      const to = { id, launchAt: launchAt + round * day };
      await timed('try', () => tryReschedule(asEditor, to));
      await timed('move', () => rescheduleScript(asEditor, to));
      const submitted = await submitScript(asEditor, { id });
      if (!submitted.ok) throw new Error(JSON.stringify(submitted.errors));
    }
    await payload.destroy();
    const note = '60 steps, 5 variants each';
    return [
      medianOf('a launch opened for a decision', took.open, { target: 1_000, note }),
      medianOf('the same approved', took.approve, { target: 2_000, note }),
      medianOf('looked at on another day', took.try, { target: 1_000, note }),
      medianOf('moved there', took.move, { target: 2_000, note }),
      ...(await launchPages(big, rounds)),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
