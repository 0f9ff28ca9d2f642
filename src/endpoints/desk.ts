import type { Endpoint, PayloadRequest } from 'payload';
import { actorWithFeeds } from '@/access/actor';
import { actorOf, can } from '@/core/abilities';
import { addDays } from '@/core/time';
import { type DeskWords, deskWords } from '@/core/words/desk';
import { localeFor } from '@/server/auth/language';
import { presentNow } from '@/server/database/serverNow';
import { servePicture, serveVideo, serveZip } from '@/server/desk/files';
import { readableRelease } from '@/server/desk/ownRelease';
import { teamProgress } from '@/server/desk/progress';
import { putReceipt, removeReceipt } from '@/server/desk/putReceipt';
import { type DeskUser, readToday } from '@/server/desk/today';
import { etagOf, isUnchanged, todayAnswer } from '@/server/desk/todayAnswer';
import type { Outcome } from '@/server/outcome';

const wordsFor = (req: PayloadRequest): DeskWords => deskWords[localeFor(req)];

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } });

const refusal = (status: number, message: string): Response => json({ errors: [{ message }] }, status);

const answer = <T>(outcome: Outcome<T>): Response =>
  outcome.ok ? json(outcome.value) : json({ errors: outcome.errors }, outcome.status);

type Handler = (req: PayloadRequest, user: DeskUser, words: DeskWords) => Promise<Response>;

/** Signed in and allowed, or the answer that says so. */
const asker =
  (act: 'desk.read' | 'desk.mark' | null, handle: Handler): Endpoint['handler'] =>
  async (req) => {
    const words = wordsFor(req);
    const actor = actorOf(req.user);
    if (!actor?.active || !req.user) return refusal(401, words.api.signIn);
    if (act !== null && !can(actor, act)) return refusal(403, words.api.notAllowed);
    return handle(req, req.user as unknown as DeskUser, words);
  };

/** `YYYY-MM-DD` of a real day, undefined when none was given, null when it is not a day. */
export const readDate = (value: string | null | undefined): string | null | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  try {
    return addDays(value, 0);
  } catch {
    return null;
  }
};

const today = asker('desk.read', async (req, user, words) => {
  const date = readDate(req.searchParams.get('date'));
  if (date === null) return refusal(400, words.api.badDate);
  const found = await readToday({ payload: req.payload, user, now: await presentNow(req.payload), date });
  const body = JSON.stringify(todayAnswer(found, words));
  const etag = etagOf(body);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Authorization' };
  if (isUnchanged(req.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
});

const routeParam = (req: PayloadRequest, name: string): string => String(req.routeParams?.[name] ?? '');

const bodyOf = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  try {
    const body: unknown = await req.json?.();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const put = asker('desk.mark', async (req, user, words) =>
  answer(
    await putReceipt({
      payload: req.payload,
      user,
      words,
      now: await presentNow(req.payload),
      release: routeParam(req, 'release'),
      mark: await bodyOf(req),
    }),
  ),
);

const takeBack = asker('desk.mark', async (req, user, words) =>
  answer(await removeReceipt({ payload: req.payload, user, words, release: routeParam(req, 'release') })),
);

/** Files of a release: 404 for what is not there and for what is not theirs. */
const file = (
  serve: (req: PayloadRequest, release: NonNullable<Readable>, words: DeskWords) => Promise<Response | null>,
) =>
  asker(null, async (req, user, words) => {
    const actor = await actorWithFeeds(req);
    const release = await readableRelease({ payload: req.payload, user, actor }, routeParam(req, 'release'));
    const served = release ? await serve(req, release, words) : null;
    return served ?? refusal(404, words.api.notFound);
  });
type Readable = Awaited<ReturnType<typeof readableRelease>>;

const progress: Endpoint['handler'] = async (req) => {
  const words = wordsFor(req);
  if (!actorOf(req.user)?.active) return refusal(401, words.api.signIn);
  const date = readDate(req.searchParams.get('date'));
  if (date === null) return refusal(400, words.api.badDate);
  return answer(
    await teamProgress(req, {
      actor: await actorWithFeeds(req),
      date,
      now: await presentNow(req.payload),
      words,
    }),
  );
};

/** The desk over REST, below /api. The same handlers serve the page’s own addresses below /desk. */
export const deskEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/desk/today', method: 'get', handler: today },
  { path: '/desk/receipts/:release', method: 'put', handler: put },
  { path: '/desk/receipts/:release', method: 'delete', handler: takeBack },
  {
    path: '/desk/releases/:release/images.zip',
    method: 'get',
    handler: file((_, release, words) =>
      serveZip(release, words.zipName(release.localDate, words.kinds[release.kind])),
    ),
  },
  {
    path: '/desk/releases/:release/images/:n',
    method: 'get',
    handler: file((req, release) => servePicture(release, routeParam(req, 'n'), req.headers)),
  },
  {
    path: '/desk/releases/:release/video',
    method: 'get',
    handler: file((req, release) => serveVideo(release, req.headers)),
  },
  { path: '/team/progress', method: 'get', handler: progress },
];
