import { APIError, type Endpoint, generatePayloadCookie, registerFirstUserOperation } from 'payload';
import { wordsFor } from '@/server/auth/language';

/**
 * In place of Payload's own: the first visitor of an empty installation becomes its administrator, with
 * what he typed and nothing else that the request may carry.
 */
export const firstAdmin: Endpoint = {
  path: '/first-register',
  method: 'post',
  handler: async (req) => {
    await readBody(req);
    const collection = req.payload.collections.users;
    const { totalDocs } = await req.payload.db.count({ collection: 'users', where: {}, req });
    if (totalDocs > 0 || collection === undefined) throw new APIError(wordsFor(req).alreadySetUp, 403);
    const given = typeof req.data === 'object' && req.data !== null ? req.data : {};
    const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
    const result = await registerFirstUserOperation({
      collection,
      data: {
        name: text('name') || text('username') || text('email').split('@')[0] || '',
        username: text('username'),
        email: text('email'),
        password: text('password'),
        locale: text('locale') === 'en' ? 'en' : 'zh',
        roles: ['admin'],
        active: true,
      },
      req,
    });
    const cookie = generatePayloadCookie({
      collectionAuthConfig: collection.config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: result.token ?? '',
    });
    return Response.json(
      { exp: result.exp, token: result.token, user: result.user },
      { status: 200, headers: { 'Set-Cookie': cookie } },
    );
  },
};

/** Payload reads bodies for its own endpoints only. The admin's form sends `_payload`. */
async function readBody(req: Parameters<Endpoint['handler']>[0]): Promise<void> {
  const { addDataAndFileToRequest } = await import('payload');
  await addDataAndFileToRequest(req);
}
