import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { valueWords } from '@/core/words/values';
import { localeFor } from '../auth/language';
import { isTooDeep } from './depth';
import { namedIds, type UnfitValue, unfitValues } from './unfitValues';

const asked = (req: PayloadRequest) => ({
  words: valueWords[localeFor(req)],
  idType: req.payload.db.defaultIDType,
  fromForm: /^multipart\//i.test(req.headers?.get('content-type') ?? ''),
});

const refuse = (collection: string, errors: UnfitValue[], req: PayloadRequest): void => {
  if (errors.length > 0) throw new ValidationError({ collection, errors, req }, req.t);
};

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/**
 * Payload hands a list for a text, or an object for an id, to hooks and database as they came, and answers
 * 500. Asked of every collection and door before anything else looks at the data.
 */
export const refuseUnfitData: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return;
  const { data, id } = args as { data?: unknown; id?: string | number };
  // Who may not write at all is told that, by Payload, and nothing about the form of the data.
  if (!overrideAccess && (await collection.access[operation]({ req, id, data } as never)) === false) return;
  // An upload may be the file alone.
  if (data === undefined && req.file) return;
  if (!isObject(data) || isTooDeep(data)) throw new APIError(asked(req).words.body, 400, undefined, true);
  refuse(collection.slug, unfitValues(data, collection.flattenedFields, asked(req)), req);
};

export const refuseUnfitGlobalData: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  if (operation !== 'update') return;
  const { data } = args as { data?: unknown };
  if (!isObject(data) || isTooDeep(data)) throw new APIError(asked(req).words.body, 400, undefined, true);
  refuse(global.slug, unfitValues(data, global.flattenedFields, asked(req)), req);
};

/**
 * An id of nothing breaks a foreign key in SQL, and is stored without a word on MongoDB. Asked of people, after
 * it is known that they may write.
 */
export const refuseUnknownIds: CollectionBeforeValidateHook = async ({ data, collection, req }) => {
  if (!req.user || !isObject(data)) return data;
  const errors: UnfitValue[] = [];
  for (const { collection: named, path, ids } of namedIds(data, collection.flattenedFields)) {
    const { docs } = await req.payload.db.find<{ id: string | number }>({
      collection: named as never,
      where: { id: { in: ids } },
      select: { id: true },
      limit: 0,
      pagination: false,
      req,
    });
    const known = new Set(docs.map(({ id }) => String(id)));
    const gone = ids.filter((id) => !known.has(id));
    if (gone.length > 0) errors.push({ path, message: asked(req).words.gone(gone.join(', ')) });
  }
  refuse(collection.slug, errors, req);
  return data;
};
