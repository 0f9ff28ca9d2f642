/** How long statements may follow each other before everything else gets its turn. */
const longestMs = 5;

let turned = performance.now();

/**
 * Lets the event loop turn, where it has not done so for a while. Every statement runs on its thread and answers
 * at once, so that a chain of them (a pass of the scheduler, say) is promises alone, which the loop does before all
 * else: for its whole length no request would be answered, no timer come, and nothing that the database's library
 * has done with be given back.
 *
 * To be awaited after the work, not before it: statements keep the order in which they are asked for.
 */
export async function loopTurn(): Promise<void> {
  if (performance.now() - turned < longestMs) return;
  await new Promise<void>((next) => setImmediate(next));
  turned = performance.now();
}
