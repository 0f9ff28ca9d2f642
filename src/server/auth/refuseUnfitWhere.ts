import { APIError, type CollectionBeforeOperationHook, type FlattenedField, type Payload } from 'payload';
import { wordsFor } from './language';

/**
 * Payload hands values of a `where` to the database as they came: text for a number, or a text that is no
 * date, ends in 500; and it asks for a missing one in English. Asked of every collection, for REST and GraphQL alike; the product's own queries, which
 * override access, are not looked at.
 */
export const refuseUnfitWhere: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return;
  const where: unknown = 'where' in args ? args.where : null;
  const isBulk = (operation === 'update' || operation === 'delete') && !('id' in args);
  if (isBulk && !where) throw new APIError(wordsFor(req).whereMissing, 400);
  const unfit = unfitField(where, collection.flattenedFields, req.payload);
  if (unfit !== null) throw new APIError(wordsFor(req).valueForm(unfit), 400);
};

/** The first field whose value or operator does not fit it; null when all do. */
function unfitField(where: unknown, fields: readonly FlattenedField[], payload: Payload): string | null {
  if (typeof where !== 'object' || where === null) return null;
  for (const [key, value] of Object.entries(where)) {
    const unfit = /^(and|or)$/i.test(key)
      ? unfitInList(value, fields, payload)
      : unfitAt(key, value, fields, payload);
    if (unfit !== null) return unfit;
  }
  return null;
}

function unfitInList(list: unknown, fields: readonly FlattenedField[], payload: Payload): string | null {
  const branches = Array.isArray(list)
    ? list
    : Object.values(typeof list === 'object' && list !== null ? list : {});
  for (const branch of branches) {
    const unfit = unfitField(branch, fields, payload);
    if (unfit !== null) return unfit;
  }
  return null;
}

function unfitAt(
  path: string,
  asked: unknown,
  fields: readonly FlattenedField[],
  payload: Payload,
): string | null {
  const kind = kindAt(path.split(/\.|__/), fields, payload);
  if (kind === null || typeof asked !== 'object' || asked === null) return null;
  const fits = Object.entries(asked).every(([operator, value]) =>
    fitsOperator({ operator, value, kind, payload }),
  );
  return fits ? null : path.slice(0, 60);
}

type ValueKind = 'id' | 'reference' | 'date' | 'json' | 'other' | 'many';

/** What values of the field at a path look like; null where this file does not know (it is Payload's to refuse). */
function kindAt(
  path: readonly string[],
  fields: readonly FlattenedField[],
  payload: Payload,
): ValueKind | null {
  const [name, ...rest] = path;
  if (name === 'id' && rest.length === 0) return 'id';
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return null;
  if (field.type === 'relationship' || field.type === 'upload') {
    if (typeof field.relationTo !== 'string') return null;
    if (rest.length === 0) return 'reference';
    return kindAt(rest, payload.collections[field.relationTo]?.config.flattenedFields ?? [], payload);
  }
  if (field.type === 'json') return 'json';
  if ('flattenedFields' in field)
    return rest.length > 0 ? kindAt(rest, field.flattenedFields, payload) : null;
  if (rest.length > 0) return null;
  if (field.type === 'date') return 'date';
  return 'hasMany' in field && field.hasMany ? 'many' : 'other';
}

interface Condition {
  operator: string;
  value: unknown;
  kind: ValueKind;
  payload: Payload;
}

function fitsOperator({ operator, value, kind, payload }: Condition): boolean {
  if (operator === 'exists') return true;
  // There are no fields with places on a map.
  if (['near', 'within', 'intersects'].includes(operator)) return false;
  if (operator === 'all' && kind !== 'many') return false;
  // Any place in any JSON: the databases have no order but that of numbers there.
  if (kind === 'json') return !isOrder(operator) || isNumeric(value);
  const isNested = operator === 'contains' && typeof value === 'object';
  if (kind === 'other' || kind === 'many' || isNested) return true;
  if (kind !== 'reference' && ['like', 'not_like', 'contains'].includes(operator)) return true;
  const fits = (one: unknown): boolean => (kind === 'date' ? isDateOrNull(one) : isIdOrNull(one, payload));
  return listOf(operator, value)?.every(fits) ?? false;
}

const isOrder = (operator: string): boolean => /^(greater|less)_than(_equal)?$/.test(operator);

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

function listOf(operator: string, value: unknown): unknown[] | null {
  if (!['in', 'not_in', 'all'].includes(operator)) return [value];
  const list = typeof value === 'string' ? value.split(',') : value;
  return Array.isArray(list) ? list : null;
}

function isIdOrNull(value: unknown, { db }: Payload): boolean {
  if (value === null || value === 'null') return true;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return (db.defaultIDType === 'number' ? /^\d{1,15}$/ : /^[0-9a-f]{24}$/i).test(String(value));
}

function isDateOrNull(value: unknown): boolean {
  if (value === null || value === 'null') return true;
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return typeof value === 'string' && /^\d{4}-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
}
