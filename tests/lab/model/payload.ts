import { Approvals } from '@collections/approvals';
import { DecisionLog } from '@collections/decision-log';
import { Fences } from '@collections/fences';
import { Heartbeats } from '@collections/heartbeats';
import { Releases } from '@collections/releases';
import type { BaseDatabaseAdapter, CollectionConfig, Field, Payload, SelectType, Where } from 'payload';
import { OutcomeUnknown, outcomeIsUnknown } from '@/server/database/errors';
import { trackTransactions } from '@/server/database/transactions';
import type { Recorded } from '../record';
import type { Fault, Process } from '../simulation';
import type { Store, StoredRow, Transaction, UniqueIndexes } from './store';
import { frozen } from './store';
import type { Row } from './where';

const flat: readonly CollectionConfig[] = [Releases, Fences, Approvals, Heartbeats, DecisionLog];

const uniqueOf = ({ indexes = [], fields }: CollectionConfig): string[][] => [
  ...indexes.filter(({ unique }) => unique).map((index) => [...index.fields]),
  ...fields.flatMap((field: Field) =>
    'unique' in field && 'name' in field && field.unique ? [[String(field.name)]] : [],
  ),
];

/** As the product declares them: one that is dropped there is missing here. */
export const uniqueIndexes: UniqueIndexes = Object.fromEntries(
  flat.map((config) => [config.slug, uniqueOf(config)]),
);

/** What `insertOnce` asks of a collection; the declared fields serve, they are flat. */
const collections = Object.fromEntries(
  flat.map(({ slug, fields, indexes = [] }) => [
    slug,
    { config: { slug, flattenedFields: fields, indexes } },
  ]),
);

interface Req {
  transactionID?: unknown;
}

interface Args {
  collection?: string;
  slug?: string;
  id?: number | string;
  where?: Where;
  sort?: string;
  limit?: number;
  select?: SelectType;
  data?: Record<string, unknown>;
  rows?: readonly Row[];
  returning?: boolean;
  req?: Req;
}

const onRead: readonly Fault[] = ['busy', 'lost', 'die-before', 'sleep'];
const onWrite: readonly Fault[] = [
  'busy',
  'lost',
  'unanswered',
  'overdue',
  'die-before',
  'die-after',
  'sleep',
];
const within: readonly Fault[] = ['busy', 'lost', 'die-before', 'die-after', 'sleep'];
const onCommit: readonly Fault[] = ['busy', 'lost', 'unanswered', 'die-before', 'die-after', 'sleep'];
const onEnd: readonly Fault[] = ['die-before', 'die-after', 'sleep'];

/** The same columns are asked for again and again; a row never changes. */
const narrowed = new WeakMap<StoredRow, Map<SelectType, Row>>();

const narrow = (row: StoredRow, select: SelectType | undefined): Row => {
  if (!select) return row;
  const known = narrowed.get(row) ?? new Map<SelectType, Row>();
  narrowed.set(row, known);
  const present = known.get(select);
  if (present) return present;
  const copy: Record<string, unknown> = { id: row.id };
  for (const name of Object.keys(select)) if (name in row) copy[name] = row[name];
  known.set(select, Object.freeze(copy));
  return copy;
};

export interface ModelOptions {
  store: Store;
  process: Process;
  /** How many commits this read may lie behind. */
  staleness: () => number;
  /** What `releaseClock` is told: MongoDB's own clock, or that of the process, whose guard is part of lab.ts. */
  clock: () => number;
  logged: (message: string, error: unknown) => void;
  /** Is told of every call that had an effect or was refused. */
  recorded?: (call: Recorded) => void;
}

/** The part of Payload that the release path and its editors use, for one process, over the model. */
export function modelPayload(options: ModelOptions): Payload {
  const { store, process, staleness } = options;
  const open = new Map<string, Transaction>();
  process.onDeath(() => {
    for (const transaction of open.values())
      record('rollbackTransaction', {}, transaction, () => store.rollback(transaction));
  });
  /** What this process has seen; it never sees an older state again. */
  let seen = store.oldest;

  const transactionOf = async (req: Req | undefined): Promise<Transaction | null> => {
    const id = await req?.transactionID;
    return (id != null && open.get(String(id))) || null;
  };

  const about = ({ collection, slug, where, id, data, rows }: Args): string =>
    `${collection ?? slug} ${id ?? (where ? JSON.stringify(where) : '')}${data || rows ? ` ${JSON.stringify(data ?? rows).slice(0, 300)}` : ''}`;

  const record = <T>(method: string, args: Args, transaction: Transaction | null, effect: () => T): T => {
    const { recorded } = options;
    if (!recorded) return effect();
    const { req: _, ...asked } = args;
    const call = { method, args: frozen(asked) as Recorded['args'], transaction: transaction?.id ?? null };
    try {
      const result = effect();
      recorded({ ...call, result });
      return result;
    } catch (error) {
      const { message, code } = error as Error & { code?: unknown };
      recorded({ ...call, refused: { message, code } });
      throw error;
    }
  };

  async function read<T>(name: string, args: Args, of: (rows: StoredRow[]) => T): Promise<T> {
    const transaction = await transactionOf(args.req);
    const collection = args.collection ?? args.slug ?? '';
    const isTail = collection === 'releases' && args.sort === '-seq';
    return process.call({
      name,
      about: () => about(args),
      faults: transaction ? within : onRead,
      effect: () => {
        const oldest = Math.max(seen, store.oldest);
        const version =
          transaction || isTail || store.isolation === 'one-writer'
            ? store.newest
            : Math.max(oldest, store.newest - staleness());
        if (!transaction) seen = Math.max(seen, version);
        return record(name, args, transaction, () =>
          of(store.find(collection, { where: args.where, sort: args.sort, version, transaction })),
        );
      },
    }) as Promise<T>;
  }

  async function write<T>(
    name: string,
    args: Args,
    effect: (transaction: Transaction | null) => T,
    wanted: (transaction: Transaction | null) => StoredRow[] = () => [],
  ): Promise<T> {
    const transaction = await transactionOf(args.req);
    const collection = args.collection ?? args.slug ?? '';
    return process.call({
      name,
      about: () => about(args),
      faults: transaction ? within : onWrite,
      blocked: () =>
        store.isBlocked(
          transaction,
          collection,
          wanted(transaction).map(({ id }) => id),
        ),
      effect: () => {
        const result = record(name, args, transaction, () => effect(transaction));
        if (!transaction) seen = store.newest;
        return result;
      },
    }) as Promise<T>;
  }

  const targets = (args: Args) => (transaction: Transaction | null) =>
    store
      .find(args.collection ?? '', {
        where: args.id === undefined ? args.where : { id: { equals: args.id } },
        transaction,
      })
      .slice(0, 1);

  /** What `insertTogether` finds of the adapters: one statement on SQLite, one row after the other on MongoDB. */
  const together =
    store.isolation === 'one-writer'
      ? {
          tables: Object.fromEntries(flat.map(({ slug }) => [slug.replaceAll('-', '_'), slug])),
          drizzle: {
            insert: (collection: string) => ({
              values: (rows: readonly Row[]) =>
                write('insertTogether', { collection, rows }, () => store.insertAll(collection, rows)),
            }),
          },
        }
      : {
          collections: Object.fromEntries(
            flat.map(({ slug: collection }) => [
              collection,
              {
                insertMany: async (rows: readonly Row[]) => {
                  for (const [insertedCount, row] of rows.entries()) {
                    try {
                      await write('create', { collection, data: row, returning: false }, () => {
                        store.insert(collection, row, null);
                        return null;
                      });
                    } catch (error) {
                      throw Object.assign(error as Error, { result: { insertedCount } });
                    }
                  }
                },
              },
            ]),
          ),
        };

  const db = {
    ...together,
    name: 'model',
    defaultIDType: store.idType,
    find: (args: Args) =>
      read('find', args, (rows) => ({
        docs: (args.limit ? rows.slice(0, args.limit) : rows).map((row) => narrow(row, args.select)),
      })),
    findOne: (args: Args) => read('findOne', args, ([row]) => (row ? narrow(row, args.select) : null)),
    findGlobal: (args: Args) => read('findGlobal', args, ([row]) => (row ? narrow(row, args.select) : {})),
    count: (args: Args) => read('count', args, (rows) => ({ totalDocs: rows.length })),
    create: (args: Args) =>
      write('create', args, (transaction) => {
        const row = store.insert(args.collection ?? '', args.data ?? {}, transaction);
        return args.returning === false ? null : row;
      }),
    updateOne: (args: Args) =>
      write(
        'updateOne',
        args,
        (transaction) => {
          const [row] = targets(args)(transaction);
          if (!row) return null;
          const after = store.update(args.collection ?? '', row, args.data ?? {}, transaction);
          return args.returning === false ? null : after;
        },
        targets(args),
      ),
    updateGlobal: (args: Args) =>
      write('updateGlobal', args, (transaction) => {
        const [row] = store.find(args.slug ?? '', { transaction });
        if (!row) throw new Error(`There is no global ${args.slug}.`);
        return store.update(args.slug ?? '', row, args.data ?? {}, transaction);
      }),
    deleteMany: (args: Args) =>
      write('deleteMany', args, (transaction) => {
        for (const row of store.find(args.collection ?? '', { where: args.where, transaction }))
          store.remove(args.collection ?? '', row, transaction);
      }),
    beginTransaction: () =>
      process.call({
        name: 'begin',
        about: () => '',
        faults: onRead,
        blocked: () => store.isBlocked(null),
        effect: () => {
          const transaction = store.begin();
          open.set(transaction.id, transaction);
          return record('beginTransaction', {}, transaction, () => transaction.id);
        },
      }),
    commitTransaction: (id: string) =>
      process.call({
        name: 'commit',
        about: () => id,
        faults: onCommit,
        effect: () => {
          const transaction = open.get(id);
          open.delete(id);
          if (!transaction) throw new Error(`There is no transaction ${id}.`);
          record('commitTransaction', {}, transaction, () => store.commit(transaction));
          seen = store.newest;
        },
      }),
    rollbackTransaction: (id: string) =>
      process.call({
        name: 'rollback',
        about: () => id,
        faults: onEnd,
        effect: () => {
          const transaction = open.get(id);
          open.delete(id);
          if (transaction) record('rollbackTransaction', {}, transaction, () => store.rollback(transaction));
        },
      }),
    connection: {
      db: { admin: () => ({ command: async () => ({ localTime: new Date(options.clock()) }) }) },
    },
  };

  const logger = {
    error: ({ err, msg }: { err?: unknown; msg: string }) => options.logged(msg, err),
    warn: () => {},
    info: () => {},
    debug: () => {},
  };
  const payload = {
    db,
    logger,
    collections,
    config: { i18n: { fallbackLanguage: 'en', supportedLanguages: { en: {} } }, admin: { user: 'users' } },
    // Access has its own tests: here everybody may see everything.
    find: (args: Args) => db.find(args),
    findByID: ({ collection, id, req }: Args) =>
      db.findOne({
        ...(collection ? { collection } : {}),
        where: { id: { equals: id } },
        ...(req ? { req } : {}),
      }),
  } as unknown as Payload;
  Object.assign(db, { payload });
  trackTransactions(db as unknown as BaseDatabaseAdapter, {
    begin: (original) => original(),
    async commit(_id, original) {
      try {
        await original();
      } catch (error) {
        throw outcomeIsUnknown(error) ? new OutcomeUnknown(error) : error;
      }
    },
    isOpen: (id) => open.has(id),
    forget: () => {},
  });
  return payload;
}
