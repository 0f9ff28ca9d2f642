import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { blobs } from '../../../src/server/blobs';
import { afterCommit } from '../../../src/server/database/afterCommit';
import { type AcceptedUpload, settleUpload, storeUpload } from '../../../src/server/media/acceptUpload';
import { isListedName, preparedFrom } from './preparedFiles';
import { refusalError } from './refuse';

/** What a media document says about its file. Nobody writes these, whichever door they come through. */
const fileFacts = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sha256',
  'thumbSha256',
  'momentsWidth',
  'momentsHeight',
  'originalName',
] as const;

/** Payload makes these of the file's name when they are empty, and keeps whatever else it is given. */
const addresses = { url: null, thumbnailURL: null };

const factsOf = (file: AcceptedUpload) => ({
  mimeType: file.mimeType,
  filesize: file.data.length,
  width: file.width,
  height: file.height,
  sha256: file.sha,
  thumbSha256: file.thumb?.sha ?? null,
  momentsWidth: file.width,
  momentsHeight: file.height,
  originalName: file.originalName,
});

async function store(file: AcceptedUpload, req: PayloadRequest): Promise<void> {
  const stored = await storeUpload(blobs, file);
  if (stored.ok) return afterCommit(req, () => settleUpload(blobs, file));
  req.payload.logger.error({ err: stored.cause, msg: 'A file could not be stored' });
  throw refusalError({ code: 'storage' }, req);
}

/**
 * The facts of a file come from the file alone. With a new file they are what was made of it, and its bytes are
 * in the store before the document names them; without one they stay as they were.
 */
export const bindFileFacts: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const file = preparedFrom(req.file?.data);
  if (file && isListedName(data.filename, file)) {
    await store(file, req);
    return { ...data, ...factsOf(file), ...addresses };
  }
  // `reencodeUpload` lets no create through without a file; this is for whoever takes that hook away.
  if (operation === 'create') throw refusalError({ code: 'missing' }, req);
  const kept = Object.fromEntries(fileFacts.map((name) => [name, originalDoc?.[name] ?? null]));
  return { ...data, ...kept, ...addresses };
};
