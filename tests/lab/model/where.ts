import type { Where } from 'payload';

export type Row = Readonly<Record<string, unknown>>;

/** Every value at a dotted path; arrays on the way and at the end count item by item. */
const valuesAt = (row: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(row)) return row.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return [row];
  if (row === null || typeof row !== 'object') return [];
  return valuesAt((row as Row)[name], rest);
};

/** Ids are asked for as text and stored as numbers, as on SQLite. */
const same = (a: unknown, b: unknown): boolean =>
  a === b || (a != null && b != null && String(a) === String(b));

/** Numbers by value; instants are ISO text, whose order is that of time. */
const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a) < String(b)
      ? -1
      : String(a) > String(b)
        ? 1
        : 0;

type Test = (values: readonly unknown[], operand: unknown) => boolean;

const ordered =
  (holds: (order: number) => boolean): Test =>
  (values, operand) =>
    values.some((value) => value != null && holds(compare(value, operand)));

const tests: Record<string, Test> = {
  equals: (values, operand) =>
    operand === null ? values.every((value) => value == null) : values.some((value) => same(value, operand)),
  // In SQL a missing value is neither equal nor unequal.
  not_equals: (values, operand) =>
    values.some((value) => value != null) && values.every((value) => !same(value, operand)),
  in: (values, operand) => values.some((value) => (operand as unknown[]).some((one) => same(value, one))),
  exists: (values, operand) => values.some((value) => value != null) === operand,
  less_than: ordered((order) => order < 0),
  less_than_equal: ordered((order) => order <= 0),
  greater_than: ordered((order) => order > 0),
  greater_than_equal: ordered((order) => order >= 0),
};

/** Whether a row is found by this part of Payload's query language; what is not modelled throws. */
export function matches(row: Row, where: Where | undefined): boolean {
  if (!where) return true;
  return Object.entries(where).every(([field, condition]) => {
    if (field === 'and') return (condition as Where[]).every((part) => matches(row, part));
    if (field === 'or') return (condition as Where[]).some((part) => matches(row, part));
    const values = valuesAt(row, field.split('.'));
    return Object.entries(condition as object).every(([operator, operand]) => {
      const test = tests[operator];
      if (!test) throw new Error(`The model does not know the operator ${operator}.`);
      return test(values, operand);
    });
  });
}

/** `-at`: newest first. */
export function sorted<T extends Row>(rows: T[], sort: string | undefined): T[] {
  if (!sort) return rows;
  const falling = sort.startsWith('-');
  const field = falling ? sort.slice(1) : sort;
  return rows.sort((a, b) => compare(a[field], b[field]) * (falling ? -1 : 1));
}
