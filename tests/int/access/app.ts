import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Payload } from 'payload';
import { forgetTries } from '../../../src/server/auth/tries';
import { type BootPayloadOptions, bootPayload, type DatabaseKind } from '../../setup';

/** The address that tests pretend to be at; it is SERVER_URL of the harness. */
export const origin = 'http://localhost:3000';

export const whos = ['admin', 'editor', 'manager', 'staff', 'inactive', 'anonymous'] as const;
export type Who = (typeof whos)[number];
export type Person = Exclude<Who, 'anonymous'>;

export const password = 'right-horse-7';

export interface Answer {
  status: number;
  /** Parsed JSON, or null. */
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
}

export interface Ask {
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface App {
  payload: Payload;
  /** Of the database, for another process. */
  url: string;
  kind: DatabaseKind;
  /** Ids of the people, as the database has them. */
  ids: Record<Person, number | string>;
  /** Tokens that were given when they signed in (the inactive one before being switched off). */
  tokens: Record<Person, string>;
  rest(method: string, path: string, ask?: Ask): Promise<Answer>;
  graphql(query: string, ask?: Ask & { variables?: object }): Promise<Answer>;
  signIn(name: string, password: string, headers?: Record<string, string>): Promise<Answer>;
}

type Handler = (request: Request, context: { params: Promise<{ slug: string[] }> }) => Promise<Response>;

/**
 * The product's own route handlers in process, on a database of its own, with one person of each role.
 * The guard before Payload's handlers is part of what is called.
 */
export async function openApp(
  database: DatabaseKind,
  { people = true, ...more }: { people?: boolean } & Omit<BootPayloadOptions, 'database'> = {},
): Promise<App> {
  const { payload, url } = await bootPayload({ database, ...more });
  payload.logger.level = 'silent';
  answerRequestsWith(payload);
  const rest = await routeFile('src/app/(payload)/api/[...slug]/route.ts');
  const graphql = await routeFile('src/app/(payload)/api/graphql/route.ts');

  const send = async (handlers: Record<string, Handler>, method: string, path: string, ask: Ask = {}) => {
    const handler = handlers[method];
    if (handler === undefined) throw new Error(`The route has no ${method}.`);
    const url = new URL(`/api${path}`, origin);
    const request = new Request(url, { method, headers: headersOf(ask), ...bodyOf(ask) });
    const slug = url.pathname.split('/').slice(2).map(decodeURIComponent);
    return answer(await handler(request, { params: Promise.resolve({ slug }) }));
  };

  const app: App = {
    payload,
    url,
    kind: database,
    ids: {} as App['ids'],
    tokens: {} as App['tokens'],
    rest: (method, path, ask) => send(rest, method, path, ask),
    graphql: (query, { variables, ...ask } = {}) =>
      send(graphql, 'POST', '/graphql', { ...ask, body: { query, variables } }),
    signIn: async (name, secret, headers = {}) => {
      await forgetTries({ address: 'unknown', name });
      return send(rest, 'POST', '/users/login', { body: { email: name, password: secret }, headers });
    },
  };
  if (people) await makePeople(app);
  return app;
}

async function makePeople(app: App): Promise<void> {
  for (const who of whos) {
    if (who === 'anonymous') continue;
    const made = await app.payload.create({
      collection: 'users',
      data: {
        name: `Person ${who}`,
        username: `a-${who}`,
        email: `${who}@access.test`,
        password,
        roles: who === 'inactive' ? ['admin', 'manager'] : [who],
        active: true,
        locale: 'zh',
        profile: { wechatId: `wx_${who}` },
      },
    });
    app.ids[who] = made.id;
    const signedIn = await app.signIn(`a-${who}`, password);
    if (signedIn.status !== 200) throw new Error(`${who} cannot sign in: ${signedIn.text}`);
    app.tokens[who] = String(signedIn.body.token);
  }
  await app.payload.update({ collection: 'users', id: app.ids.inactive, data: { active: false } });
}

/** A draft as the database stores it, past hooks. */
export const aStoredDraft = (title: string, feeds: readonly (string | number)[]) => ({
  title,
  kind: 'persona',
  status: 'draft',
  audience: { visibility: 'everyone' },
  copyMode: 'exact',
  onConflict: 'defer',
  onLate: 'release',
  priority: 0,
  feeds,
});

let more = 0;

/** One more member of staff, signed in unless told otherwise. */
export async function aSignedIn(
  app: App,
  data: Record<string, unknown> = {},
  signIn = true,
): Promise<{ id: string | number; username: string; token: string }> {
  more += 1;
  const username = `p-${more}`;
  const made = await app.payload.create({
    collection: 'users',
    data: {
      name: username,
      username,
      password,
      roles: ['staff'],
      active: true,
      locale: 'zh',
      ...data,
    } as never,
  });
  const token = signIn ? String((await app.signIn(username, password)).body.token) : '';
  return { id: made.id, username, token };
}

/** Payload's handlers ask for its instance by a name; ours becomes the one that they find. */
function answerRequestsWith(payload: Payload): void {
  const instances = (globalThis as { _payload?: Map<string, { payload: Payload }> })._payload;
  const own = [...(instances?.values() ?? [])].find((entry) => entry.payload === payload);
  if (instances === undefined || own === undefined)
    throw new Error('Payload keeps its instances elsewhere now.');
  instances.set('default', own);
  // The schema is kept for the whole process too.
  Object.assign(globalThis, { _payload_graphql: undefined });
}

async function routeFile(path: string): Promise<Record<string, Handler>> {
  if (!existsSync(resolve(path))) throw new Error(`${path} is missing.`);
  return import(/* @vite-ignore */ pathToFileURL(resolve(path)).href) as Promise<Record<string, Handler>>;
}

function headersOf({ as, body, headers }: Ask): Headers {
  const sent = new Headers(headers);
  if (as !== undefined) sent.set('Authorization', `JWT ${as}`);
  if (body !== undefined && !(body instanceof FormData) && !sent.has('Content-Type')) {
    sent.set('Content-Type', 'application/json');
  }
  return sent;
}

function bodyOf({ body }: Ask): { body?: string | FormData } {
  if (body === undefined) return {};
  return { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) };
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) ?? {};
  } catch {
    // A file, or nothing.
  }
  return { status: response.status, body, text, headers: response.headers };
}
