import type { AcceptedUpload } from '../../../src/server/media/acceptUpload';

/**
 * What `reencodeUpload` made, for `bindFileFacts` of the same operation. Keyed by the bytes themselves: Payload
 * copies the file object on the way but hands the same buffer on, and a request may hold several operations.
 */
const prepared = new WeakMap<Buffer, AcceptedUpload>();

export const rememberPrepared = (file: AcceptedUpload): void => {
  prepared.set(file.data, file);
};

export const preparedFrom = (data: Buffer | undefined): AcceptedUpload | undefined =>
  data && prepared.get(data);
