import type { Locale } from '../../core/model';
import { type AuthWords, authWords } from '../../core/words/auth';
import { env } from '../env';
import { isTooDeep } from '../input/depth';
import { refuseGraphql } from './graphqlBounds';
import { localeOfHeaders } from './language';
import { allowedOrigins, isForeign } from './origins';
import { refuseQuery } from './queryBounds';

export { allowedOrigins } from './origins';

const kilobyte = 1024;
/** Uploads have bounds of their own (collections/media). A launch script with 60 steps is 200 kB. */
const bodyBytes = { json: 1024 * kilobyte, graphql: 128 * kilobyte, query: 64 * kilobyte };

/**
 * Stands before REST and GraphQL: answers what must not reach Payload, null for what may pass. It reads a
 * clone of small bodies, so that the handler still finds them.
 * @param localeOfPerson asked when something is refused: who asks is not known before.
 */
export async function guardRequest(
  request: Request,
  localeOfPerson: () => Promise<Locale>,
): Promise<Response | null> {
  const locale = localeOfHeaders(request.headers);
  if (isForeign(request, allowedOrigins(env))) return refusal(403, authWords[locale].foreignOrigin);
  const refused = await guardContent(request, authWords[locale]);
  if (refused === null) return null;
  const own = await localeOfPerson();
  return own === locale ? refused : guardContent(request, authWords[own]);
}

async function guardContent(request: Request, words: AuthWords): Promise<Response | null> {
  const url = new URL(request.url);
  if (!isReadablePath(url.pathname)) return refusal(400, words.noSuchPlace);
  const message = refuseQuery(url.search, words, { writing: ['PATCH', 'DELETE'].includes(request.method) });
  if (message !== null) return refusal(400, message);
  return request.body === null ? null : guardBody(request, url.pathname, words);
}

async function guardBody(request: Request, path: string, words: AuthWords): Promise<Response | null> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const what = kindOfBody(request, path);
  // Bounded by the upload limits, streamed, and never taken into memory here.
  if (what === 'json' && type === 'multipart/form-data') return null;
  const text = await readAtMost(request, bodyBytes[what]);
  if (text === null) return refusal(413, words.bodyTooLarge(bodyBytes[what] / kilobyte));
  const message = refuseBody({ text, type, what, words });
  return message === null ? null : refusal(400, message);
}

type BodyKind = keyof typeof bodyBytes;

function kindOfBody({ headers, method }: Request, path: string): BodyKind {
  if (/\/graphql\/?$/.test(path)) return 'graphql';
  const override = headers.get('x-payload-http-method-override') ?? headers.get('x-http-method-override');
  return method === 'POST' && override === 'GET' ? 'query' : 'json';
}

interface Body {
  text: string;
  type: string;
  what: BodyKind;
  words: AuthWords;
}

function refuseBody({ text, type, what, words }: Body): string | null {
  if (what === 'query' && type !== 'application/json') {
    return refuseQuery(text, words, { mostBytes: bodyBytes.query });
  }
  if (what !== 'graphql' && (text === '' || type !== 'application/json')) return null;
  const body = parseObject(text);
  if (body === null) return what === 'graphql' ? words.graphqlForm : words.bodyForm;
  if (isTooDeep(body)) return words.bodyDeep;
  if (what === 'graphql') return refuseGraphql(body, words);
  return what === 'query' ? refuseQuery(asSearch(body), words, { mostBytes: bodyBytes.query }) : null;
}

/** A query sent as a JSON body, as the query string that it stands for. */
function asSearch(body: object): string {
  const entries = Object.entries(body).filter(([name]) => name !== 'locale');
  return new URLSearchParams(
    entries.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  ).toString();
}

/** A JSON object, without the one key that rewrites what objects are; null for anything else. */
function parseObject(text: string): object | null {
  if (text.includes('"__proto__"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The body as text; null as soon as it is longer than allowed, whatever its headers say. */
async function readAtMost(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const reader = request.clone().body?.getReader();
  if (reader === undefined) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > most) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isReadablePath(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status, headers: { 'Cache-Control': 'no-store' } });
}
