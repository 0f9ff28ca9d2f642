import type { AuthStrategy, Payload } from 'payload';
import { actorOf } from '../../core/abilities';
import { speakOwnLanguage } from './language';

const hardened = new WeakSet<Payload>();

/**
 * Makes Payload's sign-in keep what we promise: whoever is not active is nobody, at every request and by
 * every kind of credential; whoever is somebody is answered in his language; and signing in writes the session
 * alone. Called once, when Payload is ready.
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
      if (!actorOf(result.user)?.active) return { ...result, user: null };
      if (args.req) await speakOwnLanguage(args.req, result.user);
      return result;
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
    const account = await db.findOne<{ id: string; sessions?: Session[] }>({
      collection: 'users',
      where: { id: { equals: args.id } },
      req: args.req,
    });
    const sessions = mergedSessions(account?.sessions ?? [], data.sessions as Session[]);
    return updateOne({ ...args, data: { sessions, updatedAt: null } });
  };
}

interface Session {
  id: string;
}

/**
 * The account was read before the password was checked: beside a new session, which is the last one, only what
 * is stored by now counts, since others may have signed in or been signed out meanwhile. Without a new one
 * somebody signs out: what is stored and still wanted stays.
 */
function mergedSessions(stored: readonly Session[], given: readonly Session[]): Session[] {
  const newest = given.at(-1);
  if (newest && !stored.some(({ id }) => id === newest.id)) return [...stored, newest];
  return stored.filter(({ id }) => given.some((session) => session.id === id));
}
