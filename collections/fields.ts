import type {
  ArrayField,
  Field,
  FieldAccess,
  NumberFieldSingleValidation,
  RelationshipField,
  SelectField,
  TextFieldSingleValidation,
  UploadField,
} from 'payload';
import { number, text } from 'payload/shared';
import { isTimeZone } from '@/core/time';
import { localeOfLanguage } from '@/core/words/admin';
import { sentence } from '@/core/words/fields';
import { both, options } from './labels';
import { slugs } from './slugs';

/** The picker’s own heading of its times is English in every language, so there is none. */
export const dayAndTime = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'yyyy-MM-dd HH:mm',
  timeFormat: 'HH:mm',
  overrides: { showTimeCaption: false, timeCaption: 'HH:mm' },
} as const;

const nobody: FieldAccess = () => false;

/** Written by the product alone: no door takes a value for it. */
export const systemOnly = { create: nobody, update: nobody };

/** Bounds as Payload checks them, and no fraction. */
export const wholeNumber: NumberFieldSingleValidation = (value, options) =>
  typeof value === 'number' && !Number.isInteger(value)
    ? sentence('wholeNumber', localeOfLanguage(options.req.i18n?.language))
    : number(value, options as Parameters<typeof number>[1]);

/** Whoever leaves it empty gets one from a hook; in the database it is always there. */
export const keyMayBeEmpty: TextFieldSingleValidation = (value, options) =>
  text(value, { ...options, required: false } as Parameters<typeof text>[1]);

/** A wall time `HH:mm`; `usual` is what a new document has. */
export const wallTime = (name: string, label: { zh: string; en: string }, usual?: string): Field => ({
  name,
  type: 'text',
  label,
  ...(usual === undefined ? {} : { defaultValue: usual }),
  admin: { placeholder: usual ?? '22:00', width: '50%' },
  validate: (value: string | null | undefined, { req }: { req: { i18n?: { language?: string } } }) =>
    !value ||
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ||
    sentence('wallTime', localeOfLanguage(req.i18n?.language)),
});

export const timeZoneField = (description?: { zh: string; en: string }): Field => ({
  name: 'timezone',
  type: 'text',
  label: both('时区', 'Time zone'),
  required: true,
  defaultValue: 'Asia/Shanghai',
  admin: { description: description ?? both('例如 Asia/Shanghai', 'For example Asia/Shanghai') },
  validate: (value: string | null | undefined, { req }: { req: { i18n?: { language?: string } } }) =>
    (typeof value === 'string' && isTimeZone(value)) ||
    sentence('timeZone', localeOfLanguage(req.i18n?.language)),
});

export const firstComments: ArrayField = {
  name: 'firstComments',
  type: 'array',
  label: both('首评', 'First comments'),
  labels: { singular: both('首评', 'First comment'), plural: both('首评', 'First comments') },
  maxRows: 5,
  admin: {
    description: both(
      '发出后自己的第一条评论，链接放在这里，不会被折叠。',
      'The first comment below one’s own post; links belong here, it is not folded.',
    ),
  },
  fields: [{ name: 'text', type: 'textarea', required: true, maxLength: 1000, label: both('内容', 'Text') }],
};

export const images: UploadField = {
  name: 'images',
  type: 'upload',
  relationTo: slugs.media,
  hasMany: true,
  maxRows: 9,
  label: both('图片', 'Images'),
  admin: { description: both('最多 9 张，按发布顺序排列', 'At most 9, in posting order') },
};

export const segments: RelationshipField & { hasMany: true } = {
  name: 'segments',
  type: 'relationship',
  relationTo: slugs.segments,
  hasMany: true,
  label: both('人群标签', 'Segments'),
};

/** Where a document stands, as the workflow alone moves it; in the form a panel says it. */
export const statusField = (labels: Record<string, { zh: string; en: string }>): SelectField => ({
  name: 'status',
  type: 'select',
  label: both('状态', 'Status'),
  defaultValue: 'draft',
  options: options(labels),
  access: systemOnly,
  admin: {
    position: 'sidebar',
    readOnly: true,
    components: {
      Field: '/src/admin/post/NoField#NoField',
      Cell: '/src/admin/cells/StatusCell#StatusCell',
    },
  },
});

/** A key in addresses, imports and card names: short, lower case, without signs that other syntaxes use. */
export const keyField = (description: { zh: string; en: string }, unique = true): Field => ({
  name: 'key',
  type: 'text',
  label: both('代号', 'Key'),
  required: true,
  unique,
  index: true,
  maxLength: 60,
  admin: { description },
  validate: (value: string | null | undefined, { req }: { req: { i18n?: { language?: string } } }) =>
    /^[a-z0-9][a-z0-9-]*$/.test(value ?? '') || sentence('key', localeOfLanguage(req.i18n?.language)),
});

/** An address that people open: https or http, nothing that runs. */
export const linkField = (
  name: string,
  label: { zh: string; en: string },
  description?: { zh: string; en: string },
): Field => ({
  name,
  type: 'text',
  label,
  maxLength: 2000,
  ...(description ? { admin: { description } } : {}),
  validate: (value: string | null | undefined, { req }: { req: { i18n?: { language?: string } } }) =>
    !value || isWebAddress(value) || sentence('link', localeOfLanguage(req.i18n?.language)),
});

const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
