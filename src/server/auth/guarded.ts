import { guardRequest } from './originGuard';

type Handler<Args extends unknown[]> = (request: Request, ...args: Args) => Promise<Response>;

/** Puts the guard before a route handler: what it refuses never reaches Payload. */
export const guarded =
  <Args extends unknown[]>(handler: Handler<Args>): Handler<Args> =>
  async (request, ...args) =>
    (await guardRequest(request)) ?? handler(request, ...args);
