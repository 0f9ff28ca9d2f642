import type { AfterErrorHook, PayloadRequest } from 'payload';
import { sayPayload } from '@/core/words/payload';
import { valueWords } from '@/core/words/values';
import { localeFor, wordsFor } from '../auth/language';

interface FieldFault {
  path?: string;
  message?: string;
  label?: unknown;
}

interface Known {
  status?: number;
  data?: unknown;
  isPublic?: boolean;
  message: string;
  originalError?: Known;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const faultsOf = (data: unknown): FieldFault[] =>
  isRecord(data) && Array.isArray(data.errors) ? (data.errors as FieldFault[]) : [];

const nameOf = ({ label, path }: FieldFault): string =>
  typeof label === 'string' && label !== '' ? label : (path ?? '');

const sentenceOf = (fault: FieldFault): string => [nameOf(fault), fault.message].filter(Boolean).join(': ');

/** Payload's one refusal of access, told by its sentence: a build may hold its class twice. */
export const isForbidden = (error: unknown, req: PayloadRequest): boolean =>
  isRecord(error) && error.status === 403 && error.message === req.t('error:notAllowedToPerformAction');

/** Refused without having said who one is: that is 401, and what helps is to sign in. */
const needsSignIn = (error: Known, req: PayloadRequest): boolean => !req.user && isForbidden(error, req);

/**
 * What Payload makes of an error depends on its classes and their names, of which a build makes others: then the
 * reasons at the fields are lost, and sentences for people become “An unknown error occurred”. Made here of the
 * error itself, so that it is the same in development and in production.
 */
export const sayErrors: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const shown = error as Known;
  const cause = shown.originalError ?? shown;
  const { status, data, isPublic, message } = cause;
  if (needsSignIn(cause, req)) {
    const said = wordsFor(req).signedOut;
    if (!graphqlResult) return { response: { errors: [{ message: said }] }, status: 401 };
    const extensions = { ...graphqlResult.extensions, statusCode: 401 };
    return { graphqlResult: { ...graphqlResult, message: said, extensions } };
  }
  const expected = isPublic === true || (isPublic === undefined && status !== undefined && status < 500);
  const faults = faultsOf(data);
  const locale = localeFor(req);
  const words = faults.length > 0 ? faults.map(sentenceOf).join(' ') : sayPayload(message, locale);
  const said = expected ? words : valueWords[locale].failed;
  if (graphqlResult) {
    // The query itself was wrong: what GraphQL says of it is the best there is.
    if (!shown.originalError) return undefined;
    return { graphqlResult: { ...graphqlResult, message: said } };
  }
  if (!expected) return { response: { errors: [{ message: said }] } };
  const name = faults.length > 0 ? { name: 'ValidationError' } : {};
  const details = isRecord(data) ? { data } : {};
  return { response: { errors: [{ ...name, message: said, ...details }] } };
};

/** At a collection it goes before the hooks of that collection; this is for what belongs to none. */
export const sayOtherErrors: AfterErrorHook = (args) => (args.collection ? undefined : sayErrors(args));
