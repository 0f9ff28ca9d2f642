import { APIError, type PayloadRequest } from 'payload';
import { type MediaRefusal, refusalStatus } from '../../../src/core/moments';
import { mediaWords } from '../../../src/core/words/media';

/** The words of the reader: Chinese unless the request asks for another language. */
export const wordsFor = (req: PayloadRequest) =>
  mediaWords[(req.i18n?.language ?? 'zh').startsWith('zh') ? 'zh' : 'en'];

/** A refusal as Payload's error: the sentence for people, the code for programs. */
export const refusalError = (reason: MediaRefusal, req: PayloadRequest): APIError =>
  new APIError(
    wordsFor(req).refused(reason),
    refusalStatus(reason.code),
    { code: reason.code, path: 'file' },
    true,
  );
