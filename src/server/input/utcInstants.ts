import type { CollectionBeforeValidateHook, FlattenedField } from 'payload';

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day alone is a day in every zone. */
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && value.includes('T') && !Number.isNaN(Date.parse(value));

function inUtc(data: Row, fields: readonly FlattenedField[]): void {
  for (const field of fields) {
    const value = data[field.name];
    if (field.type === 'date' && isInstant(value)) data[field.name] = new Date(value).toISOString();
    else if ((field.type === 'group' || field.type === 'tab') && isRow(value))
      inUtc(value, field.flattenedFields);
    else if (field.type === 'array' && Array.isArray(value))
      for (const row of value.filter(isRow)) inUtc(row, field.flattenedFields);
  }
}

/**
 * SQLite keeps an instant as the text that came, and compares texts: `18:00+08:00` stands after `16:00Z` there,
 * although it is earlier. So that lists, queries and the desk find each on its day, all are kept in UTC.
 */
export const utcInstants: CollectionBeforeValidateHook = ({ collection, data }) => {
  if (isRow(data)) inUtc(data, collection.flattenedFields);
  return data;
};
