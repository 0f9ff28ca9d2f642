import type { AfterErrorHook } from 'payload';
import { valueWords } from '@/core/words/values';
import { localeFor } from '../auth/language';

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

/**
 * What Payload makes of an error depends on its classes and their names, of which a build makes others: then the
 * reasons at the fields are lost, and sentences for people become “An unknown error occurred”. Made here of the
 * error itself, so that it is the same in development and in production.
 */
export const sayErrors: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const shown = error as Known;
  const { status, data, isPublic, message } = shown.originalError ?? shown;
  const expected = isPublic === true || (isPublic === undefined && status !== undefined && status < 500);
  const faults = faultsOf(data);
  const words = faults.length > 0 ? faults.map(sentenceOf).join(' ') : message;
  const said = expected ? words : valueWords[localeFor(req)].failed;
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
