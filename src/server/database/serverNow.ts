import type { Payload } from 'payload';
import type { Instant } from '@/core/model';

interface Commanding {
  connection?: { db?: { admin: () => { command: (command: object) => Promise<{ localTime?: Date }> } } };
}

/** The database server's clock, which decides where there is one (MongoDB); null on SQLite. */
export async function serverNow(payload: Payload): Promise<Instant | null> {
  const admin = (payload.db as unknown as Commanding).connection?.db?.admin();
  if (!admin) return null;
  const { localTime } = await admin.command({ hello: 1 });
  return localTime instanceof Date ? localTime.getTime() : null;
}
