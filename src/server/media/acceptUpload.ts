import type { BlobStore } from '../../integrations/storage';
import { type AcceptedUpload, bytesOf, type PreparedUpload, prepareUpload } from '../../media';

export type { AcceptedUpload };

/** Makes of somebody's bytes what may be stored, or says why not. Nothing is written. */
export const acceptUpload = (upload: { bytes: Buffer; declaredName: string }): Promise<PreparedUpload> =>
  prepareUpload(upload.bytes, upload.declaredName);

/** Errors of a disk that is full, read-only or gone; anything else is a fault of ours and is thrown. */
const ofTheDisk = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EMFILE',
  'ENFILE',
]);

/** Puts the file and its thumbnail into the store; done twice, it is done once. */
export async function storeUpload(
  store: BlobStore,
  file: AcceptedUpload,
): Promise<{ ok: true } | { ok: false; cause: unknown }> {
  try {
    if (file.thumb) await store.put(bytesOf(file.thumb.data), 'jpg');
    await store.put(bytesOf(file.data), file.ext);
    return { ok: true };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (ofTheDisk.has(code)) return { ok: false, cause };
    throw cause;
  }
}

/** Once the document that names them is committed. */
export async function settleUpload(store: BlobStore, file: AcceptedUpload): Promise<void> {
  if (file.thumb) await store.settle(file.thumb.sha, 'jpg');
  await store.settle(file.sha, file.ext);
}
