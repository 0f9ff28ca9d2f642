import {
  type CollectionSlug,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  ValidationError,
} from 'payload';
import { causes, OutcomeUnknown, outcomeIsUnknown } from './errors';

export type InsertedOnce =
  | { ok: true }
  /** Fields of the unique index that refused it. */
  | { ok: false; duplicate: string[] };

/**
 * Inserts one document by one statement, which is the whole commit: it is there, or it is a duplicate.
 * Hooks, access and validation are passed by, so the caller vouches for the data; the collection must be one
 * table (scalar and JSON fields only).
 *
 * With a `req` that is in a transaction it takes part in that one. On MongoDB a duplicate then ends the
 * whole transaction.
 *
 * @throws OutcomeUnknown when no answer came: trying again finds out, since the second try is a duplicate of
 * the first if that happened.
 */
export async function insertOnce(
  payload: Payload,
  collection: CollectionSlug,
  data: Record<string, unknown>,
  req?: PayloadRequest,
): Promise<InsertedOnce> {
  const config = configOf(payload, collection);
  assertInsertable(config, [data]);
  try {
    await payload.db.create({ collection, data: { ...data }, req, returning: false });
    return { ok: true };
  } catch (error) {
    const duplicate = duplicateFields(error, config);
    if (duplicate) return { ok: false, duplicate };
    if (outcomeIsUnknown(error)) throw new OutcomeUnknown(error);
    throw error;
  }
}

export function configOf(payload: Payload, collection: CollectionSlug): SanitizedCollectionConfig {
  const config = payload.collections[collection]?.config;
  if (!config) throw new Error(`There is no collection ${collection}.`);
  return config;
}

/** @throws Error where one statement would not be the whole commit, or a unique key has no value */
export function assertInsertable(
  config: SanitizedCollectionConfig,
  rows: readonly Record<string, unknown>[],
): void {
  assertOneTable(config);
  for (const row of rows) assertWholeKeys(config, row);
}

/** The fields of the unique index that an error is about, or undefined when it is about something else. */
export function duplicateFields(error: unknown, config?: SanitizedCollectionConfig): string[] | undefined {
  for (const at of causes(error)) {
    const named = fromValidationError(at) ?? fromSqlite(at) ?? fromMongo(at);
    if (named) return config ? wholeIndex(named, config) : named;
  }
  return undefined;
}

/** What both adapters make of a duplicate: a ValidationError that names only the index's first field. */
function fromValidationError(error: Error): string[] | undefined {
  if (!(error instanceof ValidationError)) return undefined;
  const [first] = error.data.errors;
  if (error.data.errors.length !== 1 || !first) return undefined;
  // The adapters make it without a request, and then say so in English; with one, in the user's language.
  const fromDatabase = 'tableName' in first || /unique|唯一/i.test(first.message);
  return fromDatabase ? [first.path] : undefined;
}

/** "UNIQUE constraint failed: releases.log, releases.seq" */
function fromSqlite(error: Error): string[] | undefined {
  const { code } = error as Error & { code?: unknown };
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE' && code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return undefined;
  const columns = error.message.split('constraint failed:')[1];
  return columns?.split(',').map((column) => column.trim().replace(/^.*\./, '')) ?? [];
}

/** E11000, with the values by field, or at least the index's name: "index: log_1_seq_1 dup key". */
function fromMongo(error: Error): string[] | undefined {
  const { code, keyPattern, keyValue } = error as Error & {
    code?: unknown;
    keyPattern?: object;
    keyValue?: object;
  };
  if (code !== 11000) return undefined;
  const fields = Object.keys(keyPattern ?? keyValue ?? {});
  if (fields.length > 0) return fields;
  const index = /index:\s+(\S+)/.exec(error.message)?.[1] ?? '';
  return index.split(/_-?1(?:_|$)/).filter(Boolean);
}

/** Completes the first field of a compound index, and turns columns into field names. */
function wholeIndex(named: string[], config: SanitizedCollectionConfig): string[] {
  const asField = (name: string) =>
    config.flattenedFields.find((field) => snake(field.name) === snake(name))?.name ?? name;
  const fields = named.map(asField);
  const [first] = fields;
  if (fields.length !== 1 || first === undefined) return fields;
  const compound = config.indexes.filter((index) => index.unique && index.fields[0] === first);
  const single = config.flattenedFields.some(
    (field) => field.name === first && 'unique' in field && field.unique,
  );
  const [only] = compound;
  return only && compound.length === 1 && !single ? [...only.fields] : fields;
}

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

function assertOneTable(config: SanitizedCollectionConfig): void {
  const elsewhere = config.flattenedFields.find(needsAnotherTable);
  if (elsewhere)
    throw new Error(
      `insertOnce: ${config.slug}.${elsewhere.name} is stored in a table of its own, so one statement is not the whole commit.`,
    );
}

/** A missing value collides with nothing in SQL, and with every other missing one in MongoDB. */
function assertWholeKeys(config: SanitizedCollectionConfig, data: Record<string, unknown>): void {
  const single = config.flattenedFields.filter((field) => 'unique' in field && field.unique);
  const compound = config.indexes.filter((index) => index.unique).flatMap((index) => index.fields);
  const missing = [...single.map(({ name }) => name), ...compound].find((name) => data[name] == null);
  if (missing !== undefined)
    throw new Error(`insertOnce: ${config.slug}.${missing} is part of a unique index and has no value.`);
}

function needsAnotherTable(field: FlattenedField): boolean {
  if ('localized' in field && field.localized) return true;
  if (field.type === 'array' || field.type === 'blocks') return true;
  if ('hasMany' in field && field.hasMany) return true;
  return 'relationTo' in field && Array.isArray(field.relationTo);
}
