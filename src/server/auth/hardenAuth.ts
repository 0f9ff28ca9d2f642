import type { AuthStrategy, Payload } from 'payload';
import { actorOf } from '../../core/abilities';

const hardened = new WeakSet<Payload>();

/**
 * Makes Payload's sign-in keep what we promise: whoever is not active is nobody, at every request and by
 * every kind of credential; and signing in writes the session alone. Called once, when Payload is ready.
 */
export function hardenAuth(payload: Payload): void {
  if (hardened.has(payload)) return;
  hardened.add(payload);
  payload.authStrategies = payload.authStrategies.map(onlyActive);
  writeSessionsAlone(payload);
}

function onlyActive(strategy: AuthStrategy): AuthStrategy {
  return {
    ...strategy,
    authenticate: async (args) => {
      const result = await strategy.authenticate(args);
      return actorOf(result.user)?.active ? result : { ...result, user: null };
    },
  };
}

/**
 * Payload reads the whole account, spends a fifth of a second on the password, and then writes the whole
 * account back to add a session: a demotion, a new password or a leaving in between would be undone.
 */
function writeSessionsAlone({ db }: Payload): void {
  const updateOne = db.updateOne.bind(db);
  db.updateOne = async (args) => {
    const { data } = args;
    const addsSession =
      args.collection === 'users' &&
      data?.updatedAt === null &&
      Array.isArray(data.sessions) &&
      'hash' in data;
    if (!addsSession) return updateOne(args);
    // The account was read before the password was checked: beside the new session, which is the last one,
    // only what is stored by now counts. Others may have signed in or been signed out meanwhile.
    const now = await db.findOne<{ id: string; sessions?: unknown[] }>({
      collection: 'users',
      where: { id: { equals: args.id } },
      req: args.req,
    });
    const sessions = [...(now?.sessions ?? []), ...(data.sessions as unknown[]).slice(-1)];
    return updateOne({ ...args, data: { sessions, updatedAt: null } });
  };
}
