import type { Readable } from 'node:stream';

export type BlobExt = 'jpg' | 'mp4';

/** Inclusive byte positions, as in HTTP's Range. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Files under the SHA-256 of their bytes. What is once stored is never overwritten; a name therefore always
 * means the same bytes, which is what approvals and releases rely on.
 */
export interface BlobStore {
  /**
   * Stores the bytes durably and answers their SHA-256 in lower-case hex. Storing them again does nothing. New
   * ones are marked as not wanted by anybody yet, until `settle` says that something names them.
   */
  put(bytes: Uint8Array, ext: BlobExt): Promise<string>;
  /** What names the file is committed: it stays. */
  settle(sha: string, ext: BlobExt): Promise<void>;
  /** @throws {BlobMissing} before anything is read. */
  open(sha: string, ext: BlobExt, range?: ByteRange): Promise<Readable>;
  has(sha: string, ext: BlobExt): Promise<boolean>;
  /** Bytes. @throws {BlobMissing} */
  size(sha: string, ext: BlobExt): Promise<number>;
}

export class BlobMissing extends Error {
  constructor(readonly sha: string) {
    super(`There is no stored file ${sha}.`);
    this.name = 'BlobMissing';
  }
}
