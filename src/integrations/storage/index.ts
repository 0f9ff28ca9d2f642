export { blobStore, sweepTemporary } from './directory';
export { type BlobExt, BlobMissing, type BlobStore, type ByteRange } from './types';
