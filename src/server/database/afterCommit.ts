import { isolateObjectProperty, type PayloadRequest } from 'payload';
import { type AfterCommit, registryOf, runLogged } from './transactions';

/**
 * Runs `fn` once the request's transaction is committed, before the request is answered; never when it is
 * rolled back. Without a transaction it runs at once. Functions of one transaction run in the order in which
 * they were registered, one after the other; an error in one is logged and does not change the answer.
 *
 * Payload's own hooks (`afterChange`, `afterOperation`) run before the commit: what others must not see too
 * early belongs here.
 *
 * @param fn gets a request without a transaction. Use that one: the outer `req` still carries the id of the
 * transaction that is over, so that several writes with it would have no transaction at all.
 */
export async function afterCommit(req: PayloadRequest, fn: AfterCommit): Promise<void> {
  const adapter = req.payload.db;
  const registry = registryOf(adapter);
  const id = await req.transactionID;
  const free = isolateObjectProperty(req, 'transactionID');
  delete free.transactionID;
  const run = () => fn(free);

  const key = id === undefined || id === null ? undefined : String(id);
  const waiting = key === undefined ? undefined : registry?.waiting.get(key);
  if (waiting) {
    waiting.push({ run });
    return;
  }
  const outcome = key === undefined ? undefined : registry?.outcomes.get(key);
  if (outcome === 'rolled-back' || outcome === 'unknown') return;
  await runLogged(adapter, run);
}
