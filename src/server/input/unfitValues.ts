import type { DateField, FlattenedField } from 'payload';
import { z } from 'zod';
import { isStorable } from '@/core/storable';
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

function faultOfText(value: unknown, required: boolean): Fault | null {
  if (typeof value !== 'string') return 'text';
  if (!isStorable(value)) return 'textSigns';
  return required && value.trim() === '' ? 'blank' : null;
}

/** With or without seconds. */
const instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })]);
const day = z.iso.date();

/** JavaScript reads much more as a time, and moves 30 February to March. */
function isDate(field: DateField, value: unknown): boolean {
  const isDay = field.admin?.date?.pickerAppearance === 'dayOnly' && day.safeParse(value).success;
  if (!isDay && !(value instanceof Date) && !instant.safeParse(value).success) return false;
  const year = new Date(value as string | Date).getUTCFullYear();
  return year >= 1900 && year < 3000;
}

/** Of a text Payload takes as many digits as come first: 9 of “9,9”. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value));

function isReference(value: unknown, idType: Question['idType']): boolean {
  const id = isRecord(value) && 'id' in value ? value.id : value;
  if (idType === 'number') return typeof id === 'number' && /^[1-9]\d{0,14}$/.test(String(id));
  return typeof id === 'string' && /^[0-9a-f]{24}$/i.test(id);
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
      return faultOfText(value, field.required === true);
    case 'textarea':
    case 'email':
      return faultOfText(value, field.required === true);
    case 'select':
      if (!field.hasMany) return typeof value === 'string' ? null : 'choice';
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? null : 'choices';
    case 'number':
      return isNumber(value) ? null : 'number';
    case 'checkbox':
      return [true, false, 'true', 'false'].includes(value as never) ? null : 'yesNo';
    case 'date':
      return isDate(field, value) ? null : 'date';
    case 'relationship':
    case 'upload':
      return faultOfReference(field, question);
    default:
      return null;
  }
}

/** Forms send an empty text for what is empty, and `null` takes a value away. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Payload would store the empty text as a time, and fails at a list that is none. */
const isLeftOut = (field: FlattenedField, value: unknown): boolean => {
  if (field.type === 'array') return value === undefined;
  if (field.type === 'date') return value === undefined || value === null;
  return isEmpty(value);
};

type Asked = Pick<Question, 'words' | 'idType'> & {
  /** Sent by a form of the admin, which says 0 for a list without rows. */
  fromForm: boolean;
};

/** Of lists that state no bound of their own. */
const mostRows = 200;

/** Every value in `data` whose form no field of its name can have. */
export function unfitValues(
  data: Record<string, unknown>,
  fields: readonly FlattenedField[],
  asked: Asked & { path?: string },
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
    if (isLeftOut(field, value)) return [];
    if (field.type === 'array') {
      if (asked.fromForm && value === 0) return [];
      if (!Array.isArray(value) || !value.every(isRecord)) return [{ path, message: words.rows }];
      // Before anything looks at each of them.
      const most = field.maxRows ?? mostRows;
      if (value.length > most) return [{ path, message: words.tooMany(most, value.length) }];
      return value.flatMap((row, n) =>
        unfitValues(row, field.flattenedFields, { ...asked, path: `${path}.${n}` }),
      );
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
