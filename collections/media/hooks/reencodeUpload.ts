import {
  type Access,
  type CollectionBeforeOperationHook,
  Forbidden,
  type SanitizedCollectionConfig,
} from 'payload';
import { acceptUpload } from '../../../src/server/media/acceptUpload';
import { listedName, preparedFrom, rememberPrepared } from './preparedFiles';
import { refusalError } from './refuse';

type AccessArgs = Parameters<Access>[0];

/** Payload asks for access after this hook; nobody without it may make the server work on a picture. */
async function mayWrite(
  collection: SanitizedCollectionConfig,
  operation: 'create' | 'update',
  args: AccessArgs,
): Promise<boolean> {
  const allowed = await collection.access[operation](args);
  return allowed !== false;
}

/**
 * Only what this product encoded itself is ever stored: the file of the request is replaced before Payload
 * looks at it, and every way by which Payload would get bytes from elsewhere (an address in the data, a stored
 * file to be cropped again) is closed.
 */
export const reencodeUpload: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return;
  // Crop and focal edits would make Payload fetch the stored file over HTTP and cut it without these rules.
  if (req.query && 'uploadEdits' in req.query) delete req.query.uploadEdits;

  if (!overrideAccess) {
    const { data, id } = args as Pick<AccessArgs, 'data' | 'id'>;
    if (!(await mayWrite(collection, operation, { req, id, data }))) throw new Forbidden(req.t);
  }
  if (!req.file) {
    // Without a file Payload would fetch `data.url`, if there is one, on create.
    if (operation === 'create') throw refusalError({ code: 'missing' }, req);
    return;
  }
  if (preparedFrom(req.file.data)) return;

  const result = await acceptUpload({ bytes: req.file.data, declaredName: req.file.name });
  if (!result.ok) throw refusalError(result.reason, req);
  const { file } = result;
  rememberPrepared(file);
  req.file = {
    data: file.data,
    mimetype: file.mimeType,
    name: listedName(file),
    size: file.data.length,
  };
};
