import { createPayloadRequest, getPayload, type SanitizedConfig } from 'payload';
import type { Locale } from '../../core/model';
import { databaseWords } from '../../core/words/database';
import { databaseAnswers } from '../database/answers';
import { localeFor, localeOfHeaders } from './language';
import { guardRequest } from './originGuard';

type Handler<Args extends unknown[]> = (request: Request, ...args: Args) => Promise<Response>;

/** Puts the guard before a route handler: what it refuses never reaches Payload. */
export const guarded =
  <Args extends unknown[]>(
    handler: Handler<Args>,
    config: Promise<SanitizedConfig> | SanitizedConfig,
  ): Handler<Args> =>
  async (request, ...args) => {
    const refused = await guardRequest(request, () => localeOfSender(request, config));
    if (refused) return refused;
    const answer = await handler(request, ...args);
    return (await sayDatabaseGone(request, answer, config)) ?? answer;
  };

/** What somebody with a session is told who is taken for a stranger, or when nobody foresaw what happened. */
const doubtful: ReadonlySet<number> = new Set([401, 403, 500]);

async function sayDatabaseGone(
  { headers }: Request,
  { status }: Response,
  config: Promise<SanitizedConfig> | SanitizedConfig,
): Promise<Response | null> {
  if (!doubtful.has(status) || !(headers.has('authorization') || headers.has('cookie'))) return null;
  if (await databaseAnswers(await getPayload({ config }))) return null;
  const message = databaseWords.unavailable[localeOfHeaders(headers)];
  return Response.json({ errors: [{ message }] }, { status: 503 });
}

/** Without the query and the body, which have just been refused. */
async function localeOfSender(
  { headers, url }: Request,
  config: Promise<SanitizedConfig> | SanitizedConfig,
): Promise<Locale> {
  return localeFor(
    await createPayloadRequest({ config, request: new Request(new URL(url).origin, { headers }) }),
  );
}
