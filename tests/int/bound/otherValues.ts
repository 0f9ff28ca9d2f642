import type { FlattenedField, OptionObject } from 'payload';
import { isTimeZone } from '@/core/time';
import type { Place } from './places';

type Id = string | number;
type Row = Record<string, unknown>;

/** What a relationship may name instead: of a collection, other documents than these, the likeliest first. */
export type Others = (collection: string, than: readonly unknown[]) => Id[];

const hour = 3_600_000;

/** What is valid depends on the field; whoever tries them takes the first that is not refused. */
function otherTexts(value: string): string[] {
  const alike = [
    ...(/^\d\d:\d\d$/.test(value) ? ['21:30'] : []),
    ...(/^https?:/.test(value) ? ['https://shop.test/another'] : []),
    ...(value !== '' && isTimeZone(value) ? ['Asia/Tokyo'] : []),
  ];
  return [...alike, `${value}改`, 'another-one', 'https://shop.test/another', '21:30', 'Asia/Tokyo'];
}

const optionsOf = (options: readonly (string | OptionObject)[]): string[] =>
  options.map((option) => (typeof option === 'object' ? option.value : option));

function otherChoices(field: FlattenedField & { type: 'select' | 'radio' }, value: unknown): unknown[] {
  const all = optionsOf(field.options as (string | OptionObject)[]);
  if (!('hasMany' in field) || !field.hasMany) return all.filter((one) => one !== value);
  const chosen = Array.isArray(value) ? value : [];
  return all.filter((one) => !chosen.includes(one)).map((one) => [...chosen, one]);
}

function otherReferences(field: FlattenedField, value: unknown, others: Others): unknown[] {
  if (field.type !== 'relationship' && field.type !== 'upload') return [];
  const found = [field.relationTo]
    .flat()
    .flatMap((collection) =>
      others(collection, [value]).map((id) =>
        Array.isArray(field.relationTo) ? { relationTo: collection, value: id } : id,
      ),
    );
  return value == null || field.required ? found : [...found, null];
}

function otherValues(field: FlattenedField, value: unknown, others: Others): unknown[] {
  switch (field.type) {
    case 'number':
      return (typeof value === 'number' ? [value + 1, value - 1] : [1, 5, 0]) as unknown[];
    case 'checkbox':
      return [value !== true];
    case 'date':
      return [24 * hour, -24 * hour, hour].map((by) =>
        new Date(
          (typeof value === 'string' ? Date.parse(value) : Date.parse('2035-11-20')) + by,
        ).toISOString(),
      );
    case 'select':
    case 'radio':
      return otherChoices(field, value);
    case 'relationship':
    case 'upload':
      return otherReferences(field, value, others);
    case 'json':
      return [{ changed: true }];
    default:
      return otherTexts(typeof value === 'string' ? value : '');
  }
}

/** The same row as a new one; then with a key of its own, and with another value wherever a row has one of its own. */
function moreRows(field: FlattenedField & { type: 'array' }, rows: readonly Row[], others: Others): Row[] {
  const copied = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copied);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (name === 'id' ? [] : [[name, copied(inner)]])),
    );
  };
  const row = copied(rows.at(-1) ?? {}) as Row;
  const different = field.flattenedFields.flatMap((inner): [string, unknown][] => {
    if (inner.name === 'id' || inner.type === 'array' || inner.type === 'group' || inner.type === 'join')
      return [];
    if ((inner.type === 'relationship' || inner.type === 'upload') && inner.hasMany) {
      const taken = rows.flatMap((one) => (one[inner.name] as unknown[] | null) ?? []);
      return [[inner.name, others([inner.relationTo].flat()[0] ?? '', taken).slice(0, 1)]];
    }
    return [[inner.name, otherValues(inner, row[inner.name], others)[0] ?? row[inner.name]]];
  });
  const keyed = 'key' in row ? [{ ...row, key: `${row.key}-more` }] : [];
  return [row, ...keyed, { ...row, ...Object.fromEntries(different) }];
}

const without = (list: readonly unknown[], at: number): unknown[] => list.filter((_, n) => n !== at);

function otherLists(
  field: FlattenedField,
  list: readonly unknown[],
  way: Place['way'],
  others: Others,
): unknown[] {
  switch (way) {
    case 'one more': {
      const more =
        field.type === 'array'
          ? moreRows(field, list as Row[], others)
          : 'relationTo' in field
            ? others([field.relationTo as string].flat()[0] ?? '', list)
            : [];
      return more.map((one) => [...list, one]);
    }
    case 'one less':
      return list.map((_, n) => without(list, list.length - 1 - n));
    default:
      return list.length < 2 ? [] : [[...list].reverse()];
  }
}

/**
 * What a document might have instead in the field at the head of the place's trail, so that it differs at its end
 * and nowhere else. In lists of rows the first row is the one that is changed.
 */
export function valuesInstead(
  { trail, way }: Pick<Place, 'trail' | 'way'>,
  value: unknown,
  others: Others,
): unknown[] {
  const [field, ...rest] = trail;
  const [next] = rest;
  if (!field) return [];
  if (!next) {
    const list = Array.isArray(value) ? value : [];
    return way === 'value' ? otherValues(field, value, others) : otherLists(field, list, way, others);
  }
  const inside = { trail: rest, way };
  if (field.type === 'array') {
    const [row = {}, ...more] = (Array.isArray(value) ? value : []) as Row[];
    return valuesInstead(inside, row[next.name], others).map((inner) => [
      { ...row, [next.name]: inner },
      ...more,
    ]);
  }
  const group = (value ?? {}) as Row;
  return valuesInstead(inside, group[next.name], others).map((inner) => ({ ...group, [next.name]: inner }));
}

/** Whether something stands at the end of the trail, in the first row of each list. */
export function isFilled(data: Row, trail: readonly FlattenedField[]): boolean {
  const end = trail.reduce<unknown>((value, { name }) => {
    const row = Array.isArray(value) ? value[0] : value;
    return (row as Row | null | undefined)?.[name];
  }, data);
  return Array.isArray(end) ? end.length > 1 : end !== undefined && end !== null && end !== '';
}
