import type { Payload } from 'payload';

type Row = Record<string, unknown>;

const dayMs = 86_400_000;

/** Further staff in the team of the demo's own. */
export async function addStaff(payload: Payload, count: number): Promise<void> {
  const { docs } = await payload.db.find<Row>({
    collection: 'users',
    where: { email: { equals: 'staff@demo.test' } },
  });
  const { team, locale } = docs[0] ?? {};
  for (let n = 0; n < count; n += 1) {
    await payload.db.create({
      collection: 'users',
      data: { name: `员工 ${n}`, username: `b${n}`, roles: ['staff'], active: true, team, locale } as never,
    });
  }
}

/** Entries of the years before, behind those that are there: as many releases again and again, each of a post of its own. */
export async function addHistory(payload: Payload, count: number): Promise<void> {
  const { insertTogether, mostTogether } = await import('../../src/server/database/insertTogether');
  const { tailOf } = await import('../../src/server/log/append');
  const { docs } = await payload.db.find<Row>({
    collection: 'releases',
    where: { type: { equals: 'release' } },
    limit: 40,
  });
  const models = docs.map(({ id: _, ...row }) => row as Row);
  if (models.length === 0) throw new Error('The demo has released nothing.');
  const tails = new Map<string, number>();
  for (const { log } of models) tails.set(String(log), await tailOf(payload, log as never));
  const begin = Date.now() - 5 * 365 * dayMs;
  for (let from = 0; from < count; from += mostTogether) {
    const rows = Array.from({ length: Math.min(mostTogether, count - from) }, (_, i) => {
      const n = from + i;
      const model = models[n % models.length] as Row;
      const log = String(model.log);
      const seq = (tails.get(log) ?? 0) + 1;
      tails.set(log, seq);
      const at = new Date(begin + (n / count) * 4 * 365 * dayMs).toISOString();
      const card = `old${n}:base:${model.feed}`;
      const times = { at, dueAt: at, releasedAt: at, localDate: at.slice(0, 10), plannedAt: null };
      return { ...model, ...times, log, seq, card, key: `card:${card}`, post: `old${n}` };
    });
    await insertTogether(payload, 'releases', rows);
  }
}
