import type { AcceptedUpload } from '../../../src/server/media/acceptUpload';

/**
 * What `reencodeUpload` made, for `bindFileFacts` of the same operation. Keyed by the bytes themselves: Payload
 * copies the file object on the way but hands the same buffer on, and a request may hold several operations.
 */
const prepared = new WeakMap<Buffer, AcceptedUpload>();

export const rememberPrepared = (file: AcceptedUpload): void => {
  prepared.set(file.data, file);
};

const stemLength = 40;

const mark = ({ sha }: AcceptedUpload): string => sha.slice(0, 8);

/**
 * What people read in lists and addresses: the name that they gave it, and enough of the SHA-256 to tell two
 * files of one name apart. The bytes are stored under the whole of it.
 */
export function listedName(file: AcceptedUpload): string {
  const stem = file.originalName.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return `${[...stem].slice(0, stemLength).join('')}-${mark(file)}.${file.ext}`;
}

/** Whether Payload has kept the name; it may have added a number. */
export const isListedName = (name: unknown, file: AcceptedUpload): boolean =>
  typeof name === 'string' && name.includes(mark(file));

export const preparedFrom = (data: Buffer | undefined): AcceptedUpload | undefined =>
  data && prepared.get(data);
