import { mediaWords } from '../core/words/media';

const MB = 1024 * 1024;

export const mediaLimits = {
  imageBytes: 20 * MB,
  videoBytes: 25 * MB,
  pixels: 50_000_000,
  /** What one picture may take decoded, where its format forces all of it into memory at once. */
  decodedBytes: 128 * MB,
  /** Seconds that sharp may spend on one output. */
  seconds: 4,
  /** Pictures that may wait for the one being made; each holds its bytes in memory. */
  waiting: 8,
} as const;

/** Both languages, because Payload cuts a body off before it knows who is asking. */
const tooLarge = (['zh', 'en'] as const)
  .map((locale) => mediaWords[locale].uploadLimit(mediaLimits.imageBytes, mediaLimits.videoBytes))
  .join(' ');

/**
 * For `upload` in payload.config. Payload counts the bytes as they arrive and stops reading at the limit with
 * status 413. The whole body may be a little more than its one file: the document's fields travel with it.
 */
export const uploadLimits = {
  abortOnLimit: true,
  responseOnLimit: tooLarge,
  requestSizeLimit: mediaLimits.videoBytes + 2 * MB,
  limits: { fileSize: mediaLimits.videoBytes, files: 1, fields: 20, fieldSize: MB, parts: 24 },
  uploadTimeout: 60_000,
  useTempFiles: false,
} as const;
