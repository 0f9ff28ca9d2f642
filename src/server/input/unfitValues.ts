import type { FlattenedField } from 'payload';
import type { ValueWords } from '@/core/words/values';

export interface UnfitValue {
  path: string;
  message: string;
}

interface Question {
  path: string;
  value: unknown;
  words: ValueWords;
  idType: 'number' | 'text';
}

type Fault = keyof { [K in keyof ValueWords as ValueWords[K] extends string ? K : never]: true };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** NUL, and halves of a pair: databases cut the text there, or put other signs in their place. */
const hasBadSigns = (value: string): boolean => value.includes('\u0000') || /\p{Surrogate}/u.test(value);

function faultOfText(value: unknown): Fault | null {
  if (typeof value !== 'string') return 'text';
  return hasBadSigns(value) ? 'textSigns' : null;
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' && !(value instanceof Date)) return false;
  const year = new Date(value).getUTCFullYear();
  return year >= 1900 && year < 3000;
}

function isReference(value: unknown, idType: Question['idType']): boolean {
  const id = isRecord(value) && 'id' in value ? value.id : value;
  if (typeof id !== 'string' && typeof id !== 'number') return false;
  return (idType === 'number' ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/i).test(String(id));
}

function faultOfReference(field: FlattenedField, { value, idType }: Question): Fault | null {
  // Of several collections: Payload's own collections alone have these.
  if (!('relationTo' in field) || typeof field.relationTo !== 'string') return null;
  if (!('hasMany' in field && field.hasMany)) return isReference(value, idType) ? null : 'reference';
  if (!Array.isArray(value)) return 'references';
  return value.every((one) => isReference(one, idType)) ? null : 'references';
}

/** What is wrong with one value; Payload's own checks come after these and see only values of the right form. */
function faultOf(field: FlattenedField, question: Question): Fault | null {
  const { value } = question;
  switch (field.type) {
    case 'text':
      if (field.hasMany) return null;
      return faultOfText(value);
    case 'textarea':
    case 'email':
      return faultOfText(value);
    case 'select':
      if (!field.hasMany) return typeof value === 'string' ? null : 'choice';
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? null : 'choices';
    case 'number':
      return typeof value === 'number' || typeof value === 'string' ? null : 'number';
    case 'date':
      return isDate(value) ? null : 'date';
    case 'relationship':
    case 'upload':
      return faultOfReference(field, question);
    default:
      return null;
  }
}

/** Forms send an empty text for what is empty, and `null` takes a value away. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Every value in `data` whose form no field of its name can have. */
export function unfitValues(
  data: Record<string, unknown>,
  fields: readonly FlattenedField[],
  asked: Pick<Question, 'words' | 'idType'> & { path?: string },
): UnfitValue[] {
  const { words } = asked;
  return fields.flatMap((field): UnfitValue[] => {
    const value = data[field.name];
    const path = asked.path ? `${asked.path}.${field.name}` : field.name;
    if (field.type === 'group' || field.type === 'tab') {
      if (value === undefined) return [];
      return isRecord(value)
        ? unfitValues(value, field.flattenedFields, { ...asked, path })
        : [{ path, message: words.group }];
    }
    if (isEmpty(value)) return [];
    if (field.type === 'array') {
      if (!Array.isArray(value)) return [];
      if (!value.every(isRecord)) return [{ path, message: words.rows }];
      // More rows than any list here takes are refused by their number.
      return value
        .slice(0, 100)
        .flatMap((row, n) => unfitValues(row, field.flattenedFields, { ...asked, path: `${path}.${n}` }));
    }
    const fault = faultOf(field, { ...asked, path, value });
    return fault === null ? [] : [{ path, message: words[fault] }];
  });
}

/** Ids that `data` names, by collection, with where they stand. */
export function namedIds(
  data: Record<string, unknown>,
  fields: readonly FlattenedField[],
  at = '',
): { collection: string; path: string; ids: string[] }[] {
  return fields.flatMap((field) => {
    const value = data[field.name];
    const path = at ? `${at}.${field.name}` : field.name;
    if (isEmpty(value)) return [];
    if ((field.type === 'group' || field.type === 'tab') && isRecord(value))
      return namedIds(value, field.flattenedFields, path);
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, n) =>
        isRecord(row) ? namedIds(row, field.flattenedFields, `${path}.${n}`) : [],
      );
    }
    if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string')
      return [];
    const list = Array.isArray(value) ? value : [value];
    const ids = list.map((one) => String(isRecord(one) ? one.id : one));
    return [{ collection: field.relationTo, path, ids }];
  });
}
