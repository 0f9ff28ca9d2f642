import config from '@payload-config';
import { createPayloadRequest, type PayloadRequest, parseCookies } from 'payload';
import { allowedOrigins } from '@/server/auth/originGuard';
import { isForeign } from '@/server/auth/origins';
import { env } from '@/server/env';

/**
 * Payload takes a cookie only with an Origin that it knows or with Sec-Fetch-Site, which browsers leave out over
 * plain http in a local network. Each handler of the desk decides by `fromOwnPage` whether a request may act, and
 * then says itself whose session it is.
 */
export async function deskRequest(request: Request): Promise<PayloadRequest> {
  const { cookiePrefix } = await config;
  const headers = new Headers(request.headers);
  const token = parseCookies(request.headers).get(`${cookiePrefix}-token`);
  if (token && !headers.has('authorization')) headers.set('authorization', `JWT ${token}`);
  headers.delete('content-length');
  return createPayloadRequest({ config, request: new Request(request.url, { headers }) });
}

const hostOf = (address: string | null): string | null => {
  if (!address) return null;
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
};

/** Whether a form was sent by a page of this very host: its Origin, or in old browsers its Referer, says so. */
export function fromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  const from = hostOf(origin ?? request.headers.get('referer'));
  if (from !== null && from === request.headers.get('host')) return true;
  return origin !== null && !isForeign(request, allowedOrigins(env));
}

/** The form of a request; null where it is none, or a broken one. */
export const formOf = (request: Request): Promise<FormData | null> => request.formData().catch(() => null);
