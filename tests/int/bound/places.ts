import type { FlattenedField, SanitizedCollectionConfig } from 'payload';

/** `value`: something else stands there; the others are about lists. */
export type Way = 'value' | 'one more' | 'one less' | 'another order';

/** One way to change one field of a collection, by its name: `posts.variants.images (another order)`. */
export interface Place {
  name: string;
  collection: string;
  /** From the collection down to the field itself. */
  trail: readonly FlattenedField[];
  way: Way;
}

/** Payload's own: no door takes a value for them, as tests/int/input.test.ts shows. */
const payloadsOwn: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt']);

const isList = (field: FlattenedField): boolean =>
  field.type === 'array' ||
  ((field.type === 'relationship' || field.type === 'upload') && field.hasMany === true);

/** A list within rows loses one only as the rows themselves do. */
function waysOf(field: FlattenedField, above: readonly FlattenedField[]): Way[] {
  if (field.type === 'group' || field.type === 'tab') return [];
  if (!isList(field)) return ['value'];
  const inRows = above.some(({ type }) => type === 'array');
  return inRows ? ['one more', 'another order'] : ['one more', 'one less', 'another order'];
}

function below(field: FlattenedField): readonly FlattenedField[] {
  return field.type === 'group' || field.type === 'tab' || field.type === 'array'
    ? field.flattenedFields
    : [];
}

/** The name of its field. */
export const pathOf = ({ collection, trail }: Pick<Place, 'collection' | 'trail'>): string =>
  [collection, ...trail.map(({ name }) => name)].join('.');

/** Every way to change what a collection keeps, as it was built. Joins keep nothing: they show others' fields. */
export function placesOf({
  slug,
  flattenedFields,
}: Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields'>) {
  const walk = (fields: readonly FlattenedField[], above: readonly FlattenedField[]): Place[] =>
    fields
      .filter(({ name, type }) => !payloadsOwn.has(name) && type !== 'join')
      .flatMap((field) => {
        const trail = [...above, field];
        const path = pathOf({ collection: slug, trail });
        const own = waysOf(field, above).map((way) => ({
          name: way === 'value' ? path : `${path} (${way})`,
          collection: slug,
          trail,
          way,
        }));
        return [...own, ...walk(below(field), trail)];
      });
  return walk(flattenedFields, []);
}

/** The collections that documents of this one name, in any of their fields. */
export function namedBy({ flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>): string[] {
  const walk = (fields: readonly FlattenedField[]): string[] =>
    fields.flatMap((field) =>
      field.type === 'relationship' || field.type === 'upload'
        ? [field.relationTo].flat()
        : walk(below(field)),
    );
  return [...new Set(walk(flattenedFields))];
}
