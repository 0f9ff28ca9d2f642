import type { Payload, PayloadRequest } from 'payload';
import { beforeEach, expect, it } from 'vitest';
import { duplicateFields, insertOnce } from '@/server/database/insertOnce';
import { insertTogether } from '@/server/database/insertTogether';
import { clearWork } from '../builders/team';
import { runLab } from '../lab/lab';
import type { StoredRow } from '../lab/model/store';
import { hexId, type Recorded } from '../lab/record';
import { describeEachDatabase } from '../setup';

/** SOAK_RUNS scenarios on each database, SOAK_SEED repeats them. */
const runs = Math.min(Number(process.env.SOAK_RUNS ?? 4), 200);
const first = Number(process.env.SOAK_SEED ?? 1);

/** In the order in which one may name the other. */
const collections = [
  'segment-dimensions',
  'segments',
  'pools',
  'feeds',
  'cap-rules',
  'products',
  'launch-scripts',
  'posts',
  'approvals',
] as const;

/** There ids are relationships; elsewhere they are text and mean what they say. */
const withRelations: readonly string[] = collections.filter((name) => name !== 'approvals');
/** Kept by the database itself: the model has no opinion. */
const timestamps: readonly string[] = ['updatedAt', 'createdAt'];
/** What the product keeps as text within its posts. */
const opaque: readonly string[] = ['cardStates', 'changedBy', 'contentHash', 'stateToken'];

interface Recording {
  /** The log as it begins. */
  releases: readonly StoredRow[];
  rows: { collection: string; row: StoredRow }[];
  settings: StoredRow;
  calls: Recorded[];
}

/** What the product asked of the model in one scenario without faults, and what it was answered. */
async function recordingOf(seed: number): Promise<Recording> {
  const rows: Recording['rows'] = [];
  const calls: Recorded[] = [];
  let releases: readonly StoredRow[] = [];
  let settings: StoredRow | undefined;
  const { findings } = await runLab({
    seed,
    idOf: hexId,
    isolation: 'one-writer',
    faults: 0,
    schedulers: 2,
    begun: (store) => {
      for (const collection of collections)
        rows.push(...store.find(collection, {}).map((row) => ({ collection, row })));
      settings = store.find('settings', {})[0];
      releases = store.find('releases', {});
    },
    recorded: (call) => calls.push(call),
  });
  expect(findings).toEqual([]);
  if (!settings) throw new Error('A world has settings.');
  return { releases, rows, settings, calls };
}

/** Asks a real database the same, one call after the other. */
class Replay {
  readonly differences: string[] = [];
  private readonly ids = new Map<string, string | number>();
  private readonly transactions = new Map<string, string | number>();

  constructor(private readonly payload: Payload) {}

  /** The model's ids in the database's own. */
  private own(value: unknown): unknown {
    if (typeof value === 'string') return this.ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => this.own(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        opaque.includes(key) ? structuredClone(item) : this.own(item),
      ]),
    );
  }

  private argsOf(collection: unknown, args: Recorded['args']): Record<string, unknown> {
    const related = collection === undefined || withRelations.includes(String(collection));
    return (related ? this.own(args) : structuredClone(args)) as Record<string, unknown>;
  }

  async begin({ releases, rows, settings }: Recording): Promise<void> {
    for (const { collection, row } of rows) {
      const { id, ...data } = row;
      const made = await this.payload.db.create({
        collection: collection as never,
        data: this.argsOf(collection, data),
      });
      this.ids.set(String(id), made.id);
    }
    const { id: _, ...data } = settings;
    await this.payload.updateGlobal({ slug: 'settings', data: data as never });
    // Its hook has fenced logs of which the model knows nothing.
    for (const collection of ['releases', 'fences'] as const)
      await this.payload.db.deleteMany({ collection, where: {} });
    for (const { id: _, ...entry } of releases)
      await this.payload.db.create({ collection: 'releases', data: structuredClone(entry) as never });
  }

  async ask(call: Recorded, n: number): Promise<void> {
    const { method, transaction } = call;
    const { collection } = call.args;
    const say = (what: string) =>
      this.differences.push(`call ${n}: ${method} ${JSON.stringify(call.args).slice(0, 400)}: ${what}`);
    const id = transaction === null ? undefined : this.transactions.get(transaction);
    const { db } = this.payload;
    if (method === 'insertTogether') {
      // Of a statement that meets a duplicate SQLite writes nothing, MongoDB what comes before.
      if (call.refused && this.payload.db.name !== 'sqlite') return;
      const rows = structuredClone(call.args.rows) as Row[];
      const written = await insertTogether(this.payload, collection as 'releases', rows);
      for (const row of call.refused ? [] : rows.slice(written))
        await insertOnce(this.payload, collection as 'releases', row);
      if (call.refused && written === rows.length) say(`was not refused: ${call.refused.message}`);
      return;
    }
    if (method === 'beginTransaction') {
      const begun = await db.beginTransaction();
      if (begun === null || transaction === null) throw new Error('There are no transactions.');
      this.transactions.set(transaction, begun);
      return;
    }
    if (method === 'commitTransaction') return db.commitTransaction(id as string);
    if (method === 'rollbackTransaction') return db.rollbackTransaction(id as string);
    const req =
      id === undefined ? undefined : ({ transactionID: id, payload: this.payload } as PayloadRequest);
    const ask = db[method as 'find'].bind(db) as (args: unknown) => Promise<unknown>;
    try {
      const answer = await ask({
        pagination: false,
        ...this.argsOf(collection, call.args),
        ...(req ? { req } : {}),
      });
      if (call.refused) return void say(`was not refused: ${call.refused.message}`);
      const wanted = withRelations.includes(String(collection)) ? this.own(call.result) : call.result;
      const difference = differenceOf(wanted, answer, call);
      if (difference) say(difference);
    } catch (error) {
      const config = this.payload.collections[collection as 'releases']?.config;
      const fields = duplicateFields(error, config);
      const modelled = /constraint failed: (.*)$/.exec(call.refused?.message ?? '')?.[1];
      const named = modelled?.split(', ').map((column) => column.replace(/^.*\./, ''));
      if (!fields) say(`was refused: ${(error as Error).message}`);
      else if (!named?.some((field) => fields.includes(field)) && !(await this.bothTaken(call)))
        say(`is a duplicate of ${fields}, not of ${named}`);
    }
  }

  /** Where an entry meets another one by its place and by its key, either may be named. */
  private async bothTaken({ args }: Recorded): Promise<boolean> {
    const { log, seq, key } = args.data as Record<string, string>;
    const count = async (where: object) =>
      (await this.payload.db.count({ collection: 'releases', where: where as never })).totalDocs;
    const place = { and: [{ log: { equals: log } }, { seq: { equals: seq } }] };
    return (await count(place)) > 0 && (await count({ key: { equals: key } })) > 0;
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !(value instanceof Date) && Object.values(value).every(isEmpty));

const plain = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** The first place where an answer is not what the model says; what the model leaves out is not asked for. */
function unlike(wanted: unknown, got: unknown, path: string): string | null {
  if (isEmpty(wanted)) return isEmpty(got) ? null : `${path} is ${JSON.stringify(got)}, not empty`;
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length)
      return `${path} is ${JSON.stringify(got)?.slice(0, 300)}, not ${JSON.stringify(wanted).slice(0, 300)}`;
    return wanted.map((item, n) => unlike(item, got[n], `${path}[${n}]`)).find(Boolean) ?? null;
  }
  if (typeof wanted === 'object' && !(wanted instanceof Date)) {
    const of = (got ?? {}) as Record<string, unknown>;
    return (
      Object.entries(wanted as object)
        .filter(([key]) => !timestamps.includes(key))
        .map(([key, item]) => unlike(item, of[key], `${path}.${key}`))
        .find(Boolean) ?? null
    );
  }
  return plain(wanted) === plain(got)
    ? null
    : `${path} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`;
}

type Row = Record<string, unknown>;

/** What a row is, whatever its id. */
const identity = (row: Row): string => {
  const numbered = row.subject ?? row.card;
  return plain(row.key ?? row.process ?? (numbered && row.n ? `${numbered} ${row.n}` : row.id));
};

/** Rows that are asked for in no order come in any, and equal ones too. */
const inOrder = (docs: readonly Row[]): Row[] =>
  [...docs].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));

function differenceOf(wanted: unknown, got: unknown, { method, args }: Recorded): string | null {
  if (method === 'find') {
    // Rows of a log and decisions have ids of their own making.
    const docsOf = (answer: unknown): Row[] =>
      (answer as { docs: Row[] }).docs.map(({ id, ...row }) =>
        withRelations.includes(String(args.collection)) ? { id, ...row } : row,
      );
    const [a, b] = [docsOf(wanted), docsOf(got)];
    if (a.length !== b.length) return `${b.length} rows, not ${a.length}`;
    const by = typeof args.sort === 'string' ? args.sort.replace(/^-/, '') : null;
    const order =
      by &&
      unlike(
        a.map((row) => row[by]),
        b.map((row) => row[by]),
        by,
      );
    if (order) return order;
    // Of equal ones any may be the first.
    if (by && args.limit) return null;
    const [left, right] = [inOrder(a), inOrder(b)];
    const asked = Object.keys((args.select ?? {}) as object);
    const more = right.flatMap((row, n) =>
      asked.flatMap((name) =>
        name in (left[n] ?? {}) || isEmpty(row[name]) || row[name] === false ? [] : [name],
      ),
    );
    return more.length > 0 ? `${more} should be empty` : unlike(left, right, 'docs');
  }
  if (method === 'count')
    return unlike(wanted, { totalDocs: (got as { totalDocs: number }).totalDocs }, 'count');
  if (method === 'updateOne') {
    // Who asks for no answer is given the row by SQLite's atomic update, and nothing by the others.
    if (args.returning === false) return null;
    // What was found decides; what it then holds shows in the reads that follow.
    return (wanted === null) === (got === null) ? null : `answered ${JSON.stringify(got)?.slice(0, 200)}`;
  }
  if (method === 'findOne') return unlike(wanted, got, 'row');
  if (method === 'findGlobal')
    return unlike({ ...(wanted as Row), id: null }, { ...(got as Row), id: null }, 'row');
  return null;
}

describeEachDatabase('the model of the laboratory', (app) => {
  beforeEach(async () => {
    await clearWork(app.payload);
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await app.payload.db.deleteMany({ collection: 'fences', where: {} });
  });

  it.each(Array.from({ length: runs }, (_, n) => first + n))(
    'answers every call of the product as the database does: seed %i',
    { timeout: 300_000 },
    async (seed) => {
      const recording = await recordingOf(seed);
      expect(recording.calls.length).toBeGreaterThan(100);
      const replay = new Replay(app.payload);
      await replay.begin(recording);
      for (const [n, call] of recording.calls.entries()) await replay.ask(call, n);
      expect(replay.differences).toEqual([]);
    },
  );
});
