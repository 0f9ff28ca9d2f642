import { APIError, type PayloadRequest } from 'payload';
import { type MediaRefusal, refusalStatus } from '../../../src/core/moments';
import { mediaWords } from '../../../src/core/words/media';
import { localeFor } from '../../../src/server/auth/language';

export const wordsFor = (req: PayloadRequest) => mediaWords[localeFor(req)];

/** A refusal as Payload's error: the sentence for people, the code for programs. */
export const refusalError = (reason: MediaRefusal, req: PayloadRequest): APIError =>
  new APIError(
    wordsFor(req).refused(reason),
    refusalStatus(reason.code),
    { code: reason.code, path: 'file' },
    true,
  );
