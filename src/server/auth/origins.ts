/** The part of the environment that says where the product is reached. */
export interface Places {
  SERVER_URL?: string | undefined;
  PORT: number;
  LAN_ORIGINS: readonly string[];
}

/** Origins whose pages may act with the session cookie: SERVER_URL, this machine, the local network. */
export function allowedOrigins(places: Places): string[] {
  const listed = [
    ...(places.SERVER_URL ? [new URL(places.SERVER_URL).origin] : []),
    `http://localhost:${places.PORT}`,
    `http://127.0.0.1:${places.PORT}`,
    ...places.LAN_ORIGINS,
  ];
  return [...new Set(listed)];
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const explicitKey = /^(JWT|Bearer|users API-Key) \S/;

/**
 * Does this request come from a page that is not ours, with a cookie that a browser added by itself?
 * Programs say who they are in Authorization, which no foreign page can make a browser send. Writing with
 * the cookie needs one of our origins; without cookie and Origin it is a program that signs in.
 */
export function isForeign(
  request: { method: string; headers: Headers },
  origins: readonly string[],
): boolean {
  if (safeMethods.has(request.method)) return false;
  if (explicitKey.test(request.headers.get('authorization') ?? '')) return false;
  const origin = request.headers.get('origin');
  if (origin !== null) return !origins.includes(origin);
  return /(?:^|;\s*)[\w.-]*-token=/.test(request.headers.get('cookie') ?? '');
}
