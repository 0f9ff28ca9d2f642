import type { ReactElement } from 'react';
import { renderDocument } from '@/desk/render';
import { etagOf, isUnchanged } from '@/server/desk/todayAnswer';

/** Nothing inline, nothing from elsewhere; forms go to this host alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-cache',
  Vary: 'Cookie, Accept-Language',
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  // Without a referrer a form of this page would come with `Origin: null`.
  'Referrer-Policy': 'same-origin',
};

/** A page of the desk; 304 when the reader has it already. */
export async function htmlPage(page: ReactElement, request: Request, status = 200): Promise<Response> {
  const html = await renderDocument(page);
  const etag = etagOf(html);
  const headers = { ...pageHeaders, ETag: etag };
  if (status === 200 && isUnchanged(request.headers, etag))
    return new Response(null, { status: 304, headers });
  return new Response(html, { status, headers });
}

/** After a form: see the page, and a reload does not send the form again. Always an address of this host. */
export const seeOther = (path: string, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ Location: path, 'Cache-Control': 'private, no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
};

export const plain = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
