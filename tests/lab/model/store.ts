import type { Where } from 'payload';
import { matches, type Row, sorted } from './where';

export type Id = number | string;
export type StoredRow = Row & { readonly id: Id };
type Table = ReadonlyMap<Id, StoredRow>;
type Tables = ReadonlyMap<string, Table>;

export interface Change {
  collection: string;
  before: StoredRow | null;
  after: StoredRow | null;
}

/** Fields that no two rows of a collection share, in the order in which the database looks at them. */
export type UniqueIndexes = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * `one-writer`: a transaction or write holds the whole database until it ends, as SQLite. `snapshots`: many at
 * once, each on the state at its beginning; the second writer of a row fails, as MongoDB.
 */
export type Isolation = 'one-writer' | 'snapshots';

export interface Transaction {
  readonly id: string;
  /** The state that it reads; taken at its first operation. */
  base: Tables | null;
  readonly writes: Map<string, Map<Id, StoredRow | null>>;
  doomed: boolean;
}

export class Duplicate extends Error {
  readonly code: string | number;
  constructor(collection: string, fields: readonly string[], isolation: Isolation) {
    const columns = fields.map((field) => `${collection}.${field}`).join(', ');
    super(
      isolation === 'one-writer'
        ? `UNIQUE constraint failed: ${columns}`
        : `E11000 duplicate key error collection: ${collection} index: ${fields.map((field) => `${field}_1`).join('_')} dup key`,
    );
    this.code = isolation === 'one-writer' ? 'SQLITE_CONSTRAINT_UNIQUE' : 11000;
  }
}

export class WriteConflict extends Error {
  readonly code = 112;
  constructor() {
    super('WriteConflict');
  }
  hasErrorLabel(label: string): boolean {
    return label === 'TransientTransactionError';
  }
}

/** A copy that nobody can change, as a database gives it back: instants as text, nothing undefined. */
export const frozen = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Object.isFrozen(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  const copy: Record<string, unknown> = {};
  for (const [key, own] of Object.entries(value)) if (own !== undefined) copy[key] = frozen(own);
  return Object.freeze(copy);
};

const kept = 12;

/** Rows by collection, their past versions, and transactions. Knows no time and no processes. */
export class Store {
  /** Committed states, the newest last; a stale read takes an earlier one. */
  private readonly versions: Tables[] = [new Map()];
  private first = 0;
  private readonly open = new Map<string, Transaction>();
  private lastId = 0;
  private lastTransaction = 0;
  /** Told of each commit, its changes together. */
  onCommit: (changes: readonly Change[]) => void = () => {};

  constructor(
    readonly isolation: Isolation,
    private readonly unique: UniqueIndexes,
    /** Which of two violated indexes the database names is its own business: 0 or 1. */
    private readonly coin: () => boolean = () => true,
    private readonly idOf: (n: number) => Id = (n) => n,
  ) {}

  get idType(): 'number' | 'text' {
    return typeof this.idOf(1) === 'number' ? 'number' : 'text';
  }

  get newest(): number {
    return this.first + this.versions.length - 1;
  }

  get oldest(): number {
    return this.first;
  }

  private tables(version = this.newest): Tables {
    const found = this.versions[version - this.first];
    if (!found) throw new Error(`Version ${version} is forgotten.`);
    return found;
  }

  begin(): Transaction {
    this.lastTransaction += 1;
    const transaction = { id: `t${this.lastTransaction}`, base: null, writes: new Map(), doomed: false };
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  isOpen(transaction: Transaction): boolean {
    return this.open.has(transaction.id);
  }

  /** Whether a write from outside, or of another transaction, has to wait. */
  isBlocked(writer: Transaction | null, collection?: string, ids?: readonly Id[]): boolean {
    for (const other of this.open.values()) {
      if (other === writer) continue;
      if (this.isolation === 'one-writer') return true;
      // A write without a transaction waits for the one that holds its row; within one it fails instead.
      if (writer || !collection) continue;
      const held = other.writes.get(collection);
      if (held && (ids ?? []).some((id) => held.has(id))) return true;
    }
    return false;
  }

  rows(collection: string, from: { version?: number; transaction?: Transaction | null } = {}): StoredRow[] {
    const { transaction, version } = from;
    if (!transaction) return [...(this.tables(version).get(collection)?.values() ?? [])];
    transaction.base ??= this.tables();
    const base = transaction.base.get(collection);
    const own = transaction.writes.get(collection);
    if (!own) return [...(base?.values() ?? [])];
    const merged = new Map<Id, StoredRow | null>(base ?? []);
    for (const [id, row] of own) merged.set(id, row);
    return [...merged.values()].filter((row): row is StoredRow => row !== null);
  }

  find(
    collection: string,
    how: {
      where?: Where | undefined;
      sort?: string | undefined;
      version?: number;
      transaction?: Transaction | null;
    },
  ): StoredRow[] {
    return sorted(
      this.rows(collection, how).filter((row) => matches(row, how.where)),
      how.sort,
    );
  }

  insert(collection: string, data: Record<string, unknown>, transaction: Transaction | null): StoredRow {
    this.lastId += 1;
    const id = (data.id as Id | undefined) ?? this.idOf(this.lastId);
    const row = frozen({ ...data, id }) as StoredRow;
    this.assertUnique(collection, row, transaction);
    this.write(collection, id, row, transaction);
    return row;
  }

  /** One statement: all of them or none. */
  insertAll(collection: string, rows: readonly Record<string, unknown>[]): number {
    const statement = this.begin();
    try {
      for (const row of rows) this.insert(collection, row, statement);
      this.commit(statement);
      return rows.length;
    } finally {
      this.rollback(statement);
    }
  }

  update(
    collection: string,
    row: StoredRow,
    data: Record<string, unknown>,
    transaction: Transaction | null,
  ): StoredRow {
    const after = frozen({ ...row, ...data, id: row.id }) as StoredRow;
    this.assertUnique(collection, after, transaction);
    this.write(collection, row.id, after, transaction);
    return after;
  }

  remove(collection: string, row: StoredRow, transaction: Transaction | null): void {
    this.write(collection, row.id, null, transaction);
  }

  commit(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) throw new Error('The transaction is over.');
    if (transaction.doomed) throw new WriteConflict();
    this.put(transaction.writes);
  }

  rollback(transaction: Transaction): void {
    this.open.delete(transaction.id);
  }

  private write(collection: string, id: Id, row: StoredRow | null, transaction: Transaction | null): void {
    if (!transaction) {
      this.put(new Map([[collection, new Map([[id, row]])]]));
      return;
    }
    this.assertNoConflict(collection, id, transaction);
    const own = transaction.writes.get(collection) ?? new Map<Id, StoredRow | null>();
    own.set(id, row);
    transaction.writes.set(collection, own);
  }

  /** First come, first served: whoever writes a row that changed since his snapshot, or is held, fails. */
  private assertNoConflict(collection: string, id: Id, transaction: Transaction): void {
    if (this.isolation === 'one-writer') return;
    transaction.base ??= this.tables();
    const changed = transaction.base.get(collection)?.get(id) !== this.tables().get(collection)?.get(id);
    const held = [...this.open.values()].some(
      (other) => other !== transaction && other.writes.get(collection)?.has(id),
    );
    if (!changed && !held) return;
    this.doom(transaction);
    throw new WriteConflict();
  }

  private doom(transaction: Transaction): void {
    transaction.doomed = true;
    transaction.writes.clear();
  }

  private assertUnique(collection: string, row: StoredRow, transaction: Transaction | null): void {
    const indexes = this.unique[collection] ?? [];
    const clash = (other: StoredRow, fields: readonly string[]) =>
      other.id !== row.id && fields.every((field) => other[field] === row[field]);
    const violated = indexes.filter((fields) =>
      this.rows(collection, { transaction }).some((other) => clash(other, fields)),
    );
    // An index sees what others have committed since, whatever the snapshot shows.
    const later = indexes.some((fields) => this.rows(collection).some((other) => clash(other, fields)));
    const held = [...this.open.values()].some(
      (other) =>
        other !== transaction &&
        [...(other.writes.get(collection)?.values() ?? [])].some(
          (one) => one !== null && indexes.some((fields) => clash(one, fields)),
        ),
    );
    if (violated.length === 0 && !later && !held) return;
    const [first, last] = [violated[0], violated.at(-1)];
    if (transaction && this.isolation === 'snapshots') this.doom(transaction);
    if (!first || !last) throw new WriteConflict();
    throw new Duplicate(collection, this.coin() ? first : last, this.isolation);
  }

  private put(writes: ReadonlyMap<string, ReadonlyMap<Id, StoredRow | null>>): void {
    const before = this.tables();
    const after = new Map(before);
    const changes: Change[] = [];
    for (const [collection, rows] of writes) {
      const table = new Map(before.get(collection) ?? []);
      for (const [id, row] of rows) {
        changes.push({ collection, before: table.get(id) ?? null, after: row });
        if (row === null) table.delete(id);
        else table.set(id, row);
      }
      after.set(collection, table);
    }
    if (changes.length === 0) return;
    this.versions.push(after);
    if (this.versions.length > kept) {
      this.versions.shift();
      this.first += 1;
    }
    this.onCommit(changes);
  }
}
