export { blobStore, sweepLeftOvers } from './directory';
export { type BlobExt, BlobMissing, type BlobStore, type ByteRange } from './types';
