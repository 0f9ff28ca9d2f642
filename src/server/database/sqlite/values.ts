import type { InArgs, InValue, ResultSet, Row, Value } from '@libsql/client';

/** Arguments as libsql's binding takes them: an array, or names without their sign. */
export function toSqlArgs(args: InArgs | undefined): unknown[] | Record<string, unknown> {
  if (args === undefined) return [];
  if (Array.isArray(args)) return args.map(toSqlValue);
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), toSqlValue(value)]),
  );
}

function toSqlValue(value: InValue): unknown {
  if (value === undefined) throw new TypeError('undefined cannot be passed to the database; use null.');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('Only finite numbers can be passed to the database.');
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Date) return value.valueOf();
  return value;
}

/** 64-bit integers come as bigint; those that a number holds exactly become numbers, the rest is an error. */
function fromSqlValue(value: unknown): Value {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number))
      throw new RangeError(`The integer ${value} does not fit into a number.`);
    return number;
  }
  // A Buffer may be a window on a larger pool: hand out exactly its own bytes.
  if (value instanceof Uint8Array) return new Uint8Array(value).buffer;
  return value as Value;
}

/** Cells by index, through getters that all rows share: a property for each cell of each row would be slow. */
class IndexedRow {
  static #indices = 0;
  readonly #cells: readonly Value[];

  constructor(cells: readonly Value[]) {
    this.#cells = cells;
    for (; IndexedRow.#indices < cells.length; IndexedRow.#indices += 1) {
      const index = IndexedRow.#indices;
      Object.defineProperty(IndexedRow.prototype, index, {
        get(this: IndexedRow) {
          return this.#cells[index];
        },
      });
    }
  }

  get length(): number {
    return this.#cells.length;
  }
}

/** A row that is read by index and by column name, with only the names enumerable, as drizzle expects. */
export function toRow(values: readonly unknown[], columns: readonly string[]): Row {
  const cells = values.map(fromSqlValue);
  const row = new IndexedRow(cells) as unknown as Row;
  for (const [index, column] of columns.entries()) {
    const value = cells[index] as Value;
    if (!(column in row)) row[column] = value;
    else if (isOfAnyObject(column, cells.length) && !Object.hasOwn(row, column))
      Object.defineProperty(row, column, { value, enumerable: true, configurable: true, writable: true });
  }
  return row;
}

/** A column named as something that every object has ("constructor"), not as this row's length or an index. */
const isOfAnyObject = (column: string, length: number): boolean =>
  column !== 'length' && !(/^\d+$/.test(column) && Number(column) < length);

export interface ResultParts {
  columns?: string[];
  columnTypes?: string[];
  rows?: Row[];
  rowsAffected?: number;
  lastInsertRowid?: bigint;
}

export function toResultSet(parts: ResultParts): ResultSet {
  const { columns = [], columnTypes = [], rows = [], rowsAffected = 0, lastInsertRowid } = parts;
  return {
    columns,
    columnTypes,
    rows,
    rowsAffected,
    lastInsertRowid,
    toJSON: () => ({
      columns,
      columnTypes,
      rows,
      rowsAffected,
      lastInsertRowid: lastInsertRowid?.toString(),
    }),
  };
}
