import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type BlobExt, BlobMissing, type BlobStore, type ByteRange } from './types';

const shaForm = /^[0-9a-f]{64}$/;
/** Beside a file that nothing names yet: what is left of an upload when its process dies in between. */
const markEnd = '.new';
/** A temporary file or a mark this old belongs to a process that is gone. */
const staleAfterMs = 60 * 60 * 1000;

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Makes a new name in a directory survive a power cut; some file systems cannot, and need not be told. */
async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EBADF')) throw error;
  } finally {
    await handle.close();
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // Somebody else stored the same bytes meanwhile.
    if (hasCode(error, 'EEXIST')) return;
    // A file system without hard links. Replacing is harmless there: same name, same bytes.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    await rename(temporary, path);
  }
}

/**
 * A {@link BlobStore} in a directory: `ab/<sha256>.<ext>`. A blob is written under a temporary name beside its
 * place and gets its final name only when its bytes are on the disk, by `link`, which unlike `rename` never
 * replaces a file. So whoever sees the final name sees all the bytes, whenever the process was killed.
 */
export function blobStore(dir: string): BlobStore {
  const place = (sha: string, ext: BlobExt) => {
    // Addresses come from people: nothing but a hash may become a path.
    if (!shaForm.test(sha)) throw new BlobMissing(sha.slice(0, 64));
    const folder = join(dir, sha.slice(0, 2));
    return { folder, path: join(/* turbopackIgnore: true */ folder, `${sha}.${ext}`) };
  };

  const size = async (sha: string, ext: BlobExt): Promise<number> => {
    const { path } = place(sha, ext);
    try {
      return (await stat(/* turbopackIgnore: true */ path)).size;
    } catch (error) {
      throw hasCode(error, 'ENOENT', 'ENOTDIR') ? new BlobMissing(sha) : error;
    }
  };

  const has = async (sha: string, ext: BlobExt): Promise<boolean> => {
    try {
      await size(sha, ext);
      return true;
    } catch (error) {
      if (error instanceof BlobMissing) return false;
      throw error;
    }
  };

  return {
    size,
    has,

    async put(bytes, ext) {
      const sha = createHash('sha256').update(bytes).digest('hex');
      const { folder, path } = place(sha, ext);
      const isThere = await has(sha, ext);
      if (isThere && (await size(sha, ext)) === bytes.byteLength) {
        // Left over from an upload that was cut off: it is wanted anew, so its hour begins again.
        const now = new Date();
        await utimes(path + markEnd, now, now).catch(() => undefined);
        return sha;
      }

      await mkdir(folder, { recursive: true });
      const mark = isThere ? null : path + markEnd;
      if (mark) await writeFile(mark, '');
      const temporary = join(folder, `.${sha}.${randomUUID()}.tmp`);
      try {
        await writeDurably(temporary, bytes);
        await giveName(temporary, path);
        await syncDirectory(folder);
      } catch (error) {
        if (mark) await unlink(mark).catch(() => undefined);
        throw error;
      } finally {
        await unlink(temporary).catch(() => undefined);
      }
      if ((await size(sha, ext)) !== bytes.byteLength) {
        throw new Error(`The stored file ${sha} was damaged from outside: its length is wrong.`);
      }
      return sha;
    },

    async settle(sha, ext) {
      await unlink(place(sha, ext).path + markEnd).catch(() => undefined);
    },

    async open(sha, ext, range?: ByteRange): Promise<Readable> {
      const { path } = place(sha, ext);
      try {
        const handle = await open(/* turbopackIgnore: true */ path, 'r');
        return handle.createReadStream(range);
      } catch (error) {
        throw hasCode(error, 'ENOENT', 'ENOTDIR') ? new BlobMissing(sha) : error;
      }
    },
  };
}

/**
 * Removes what killed processes left: temporary files, and files that were stored for a document which was never
 * committed. Nothing without a mark is touched, whatever the database knows of it.
 * @param question now: epoch milliseconds; only what is unchanged for an hour before it goes. isNamed: whether
 * a document names the file.
 * @returns how many files went
 */
export async function sweepLeftOvers(
  dir: string,
  { now, isNamed }: { now: number; isNamed: (sha: string) => Promise<boolean> },
): Promise<number> {
  const folders = await readdir(dir).catch(() => [] as string[]);
  let removed = 0;
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(join(dir, folder))) {
      const path = join(dir, folder, name);
      const isMark = name.endsWith(markEnd);
      if (!isMark && !name.endsWith('.tmp')) continue;
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs < staleAfterMs) continue;
      const blob = path.slice(0, -markEnd.length);
      if (isMark && !(await isNamed(name.slice(0, 64)))) {
        await unlink(blob).catch(() => undefined);
        removed += 1;
      }
      await unlink(path);
      if (!isMark) removed += 1;
    }
  }
  return removed;
}
