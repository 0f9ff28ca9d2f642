import type { Payload } from 'payload';
import type { Instant } from '@/core/model';

interface Commanding {
  connection?: { db?: { admin: () => { command: (command: object) => Promise<{ localTime?: Date }> } } };
}

/** What staff may do now: by the server's clock where there is one, so that a day ends for everybody at once. */
export const presentNow = async (payload: Payload): Promise<Instant> =>
  (await serverNow(payload)) ?? Date.now();

/** The database server's clock, which decides where there is one (MongoDB); null on SQLite. */
export async function serverNow(payload: Payload): Promise<Instant | null> {
  const admin = (payload.db as unknown as Commanding).connection?.db?.admin();
  if (!admin) return null;
  const { localTime } = await admin.command({ hello: 1 });
  return localTime instanceof Date ? localTime.getTime() : null;
}
