import { type BlobStore, blobStore } from '../integrations/storage';
import { env } from './env';

/** The one place that decides where files are: a directory now, object storage when there is one. */
export const blobs: BlobStore = blobStore(env.MEDIA_DIR);
