import type { CollectionBeforeValidateHook, FlattenedField } from 'payload';

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every row of every list in `data`, at any depth. */
function rowsIn(data: Row, fields: readonly FlattenedField[]): Row[] {
  return fields.flatMap((field) => {
    const value = data[field.name];
    if ((field.type === 'group' || field.type === 'tab') && isRow(value))
      return rowsIn(value, field.flattenedFields);
    if (field.type !== 'array' || !Array.isArray(value)) return [];
    return value.filter(isRow).flatMap((row) => [row, ...rowsIn(row, field.flattenedFields)]);
  });
}

/**
 * A row keeps the id that it has in this document. Any other (of the document that this one was copied from, of
 * another row) breaks a key in SQL, so that the row gets a new one.
 */
export const ownRowIds: CollectionBeforeValidateHook = ({ collection, data, originalDoc }) => {
  if (!isRow(data)) return data;
  const free = new Set(
    isRow(originalDoc) ? rowsIn(originalDoc, collection.flattenedFields).map(({ id }) => id) : [],
  );
  for (const row of rowsIn(data, collection.flattenedFields)) {
    if (!free.delete(row.id)) delete row.id;
  }
  return data;
};
