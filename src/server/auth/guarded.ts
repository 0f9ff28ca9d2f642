import { createPayloadRequest, type SanitizedConfig } from 'payload';
import type { Locale } from '../../core/model';
import { localeFor } from './language';
import { guardRequest } from './originGuard';

type Handler<Args extends unknown[]> = (request: Request, ...args: Args) => Promise<Response>;

/** Puts the guard before a route handler: what it refuses never reaches Payload. */
export const guarded =
  <Args extends unknown[]>(
    handler: Handler<Args>,
    config: Promise<SanitizedConfig> | SanitizedConfig,
  ): Handler<Args> =>
  async (request, ...args) =>
    (await guardRequest(request, () => localeOfSender(request, config))) ?? handler(request, ...args);

/** Without the query and the body, which have just been refused. */
async function localeOfSender(
  { headers, url }: Request,
  config: Promise<SanitizedConfig> | SanitizedConfig,
): Promise<Locale> {
  return localeFor(
    await createPayloadRequest({ config, request: new Request(new URL(url).origin, { headers }) }),
  );
}
