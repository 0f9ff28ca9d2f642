/**
 * `npm run bench`: what docs promise in figures. The plan alone; bursts of cards that are due at once, beside the
 * naive way and Payload's jobs queue; a scheduler that has nothing to do; and, on the demo team with a long
 * history and many staff, a release with its checks and the desk of one member of staff over HTTP. Prints a table
 * and writes JSON below bench/results, one file for each part. It judges nothing: a busy machine is slow.
 *
 * `-- --only plan,burst,idle,launch,team` runs parts of it; `--releases N --requests N --history N --staff N --passes N --rounds N`
 * say how many of each; `--demo DIR` works on a copy of a demo that an earlier run kept with `--keep DIR`. What
 * is asked over HTTP is the built server: `npm run build` first.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Payload } from 'payload';
import type { Context } from '../src/server/context';
import { bursts } from './bench/burst';
import { openDesk } from './bench/desk';
import { addHistory, addStaff } from './bench/history';
import { idle } from './bench/idle';
import { launches } from './bench/launch';
import { planning } from './bench/planning';
import { type Figure, keep, medianOf, print } from './bench/report';
import { ownDatabase, password } from './bench/world';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** Releases that are not counted: the just-in-time compiler is warm. */
const warmUps = 30;

const option = (name: string): string | null => {
  const at = process.argv.lastIndexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const count = (name: string, otherwise: number): number => Number(option(name) ?? otherwise);

/** Where it works; a copy of a kept demo, if one is named. */
function prepare(): string {
  const directory = ownDatabase('team');
  const demo = option('demo');
  if (demo) {
    cpSync(demo, directory, { recursive: true });
    process.env.DATABASE_URL = `file:${join(directory, 'demo.db')}`;
  }
  return directory;
}

async function demoTeam(payload: Payload, directory: string): Promise<void> {
  if (option('demo')) return;
  const { seedDemo } = await import('./demo/seedDemo');
  console.error('Loading the demo team …');
  await seedDemo(payload, { now: Date.now(), password });
  const keep = option('keep');
  if (!keep) return;
  const { client } = payload.db as unknown as { client: { execute: (sql: string) => Promise<unknown> } };
  mkdirSync(keep, { recursive: true });
  await client.execute(`VACUUM INTO '${join(keep, 'demo.db')}'`);
  cpSync(join(directory, 'media'), join(keep, 'media'), { recursive: true });
}

type Person = { id: string | number; name: string };

async function contextOf(payload: Payload, email: string, now: number): Promise<Context> {
  const { createLocalReq } = await import('payload');
  const { actorWithFeeds } = await import('../src/access');
  const { docs } = await payload.db.find<Person>({
    collection: 'users',
    where: { email: { equals: email } },
  });
  const user = docs[0];
  if (!user) throw new Error(`The demo has no ${email}.`);
  const req = await createLocalReq({ user: { ...user, collection: 'users' } as never }, payload);
  const actor = await actorWithFeeds(req);
  if (!actor) throw new Error(`${email} is not active.`);
  return { payload, req, actor, actorName: user.name, locale: 'zh', now, clockProblem: null };
}

/** Writes, submits and approves a post with text and pictures like the demo's, due at `at`. */
async function approvedPost(payload: Payload, at: number, now: number): Promise<void> {
  const { submit } = await import('../src/server/posts/submit');
  const { approve } = await import('../src/server/posts/approve');
  const { docs } = await payload.find({
    collection: 'posts',
    where: { and: [{ kind: { equals: 'knowledge' } }, { images: { exists: true } }] },
    sort: 'id',
    limit: 1,
    depth: 0,
  });
  const model = docs[0];
  if (!model) throw new Error('The demo has no knowledge post with pictures.');
  const editor = await contextOf(payload, 'editor@demo.test', now);
  const post = await payload.create({
    collection: 'posts',
    data: {
      title: `${model.title} ${at}`.slice(0, 80),
      kind: model.kind,
      body: model.body,
      images: model.images,
      feeds: model.feeds?.slice(0, 1),
      audience: { visibility: 'everyone' },
      scheduledAt: new Date(at).toISOString(),
    } as never,
    depth: 0,
    req: editor.req,
  });
  const id = String(post.id);
  const submitted = await submit(editor, { id });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.errors));
  const contentHash = String(submitted.value.contentHash);
  const approved = await approve(await contextOf(payload, 'manager@demo.test', now), { id, contentHash });
  if (!approved.ok) throw new Error(JSON.stringify(approved.errors));
}

/** Whole passes of the scheduler, as each tick makes them, in which exactly one card comes due. */
async function releases(payload: Payload, note: string): Promise<Figure> {
  const { runPass } = await import('../src/server/scheduler/pass');
  const wanted = count('releases', 120);
  // Here one card comes due each second; half an hour between two would let none of them out.
  const gaps = { minGapMinutes: { greater_than: 0 } };
  await payload.update({ collection: 'cap-rules', where: gaps, data: { enabled: false } });
  const memory = new Map();
  const times: number[] = [];
  // So far ahead that nothing of the demo comes due in between: it has posts at full and half hours.
  const start = Date.now() + 5_000;
  await runPass({ payload, now: start, memory });
  for (let n = 1; times.length < wanted && n <= 3 * wanted; n += 1) {
    const now = start + n * 1_000;
    await approvedPost(payload, now, now - 1_000);
    await runPass({ payload, now: now - 500, memory });
    const began = performance.now();
    const { acted, failed } = await runPass({ payload, now, memory });
    const took = performance.now() - began;
    if (failed.length > 0) throw failed[0]?.error;
    if (n > warmUps && acted.length === 1 && acted[0]?.outcome === 'release') times.push(took);
  }
  return medianOf('a release with its checks (SQLite)', times, { target: 10, note });
}

/** One client, one request after the other. */
async function desk(note: string): Promise<Figure[]> {
  const server = await openDesk('staff@demo.test');
  if (!server) return [];
  try {
    const times: number[] = [];
    for (let n = count('requests', 300); n > 0; n -= 1) times.push(await server.ask());
    return [medianOf('GET /api/desk/today', times, { target: 15, note })];
  } finally {
    await server.end();
  }
}

/** The demo with years of history and a whole sales force: the demo's own posts and people are asked. */
async function team(): Promise<Figure[]> {
  const directory = prepare();
  try {
    const { getPayload } = await import('payload');
    const { default: config } = await import('@payload-config');
    const payload = await getPayload({ config });
    await demoTeam(payload, directory);
    const [history, staff] = [count('history', 100_000), count('staff', 2_000)];
    console.error('Adding history and staff …');
    await addStaff(payload, staff);
    await addHistory(payload, history);
    const note = `${history} entries, ${staff} staff`;
    // First: the benchmark's own releases would stand on the desk.
    const figures = await desk(note);
    figures.push(await releases(payload, note));
    await payload.destroy();
    return figures;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const parts: Record<string, () => Figure[] | Promise<Figure[]>> = {
  plan: planning,
  burst: bursts,
  idle: () => idle(count('passes', 100_000)),
  launch: () => launches(count('rounds', 9)),
  team,
};

/** Each part in a process of its own: the configuration of the product reads its environment once. */
function apart(names: readonly string[]): void {
  const options = process.argv.slice(2);
  for (const name of names) {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), ...options, '--only', name];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) throw new Error(`The part ${name} failed.`);
  }
}

async function main(): Promise<void> {
  const names = option('only')?.split(',') ?? Object.keys(parts);
  const [only, ...others] = names;
  if (others.length > 0) return apart(names);
  const part = parts[only ?? ''];
  if (!part) throw new Error(`There is no part ${only}: ${Object.keys(parts).join(', ')}`);
  const figures = await part();
  print(figures);
  console.log(`Written to ${keep(root, figures)}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
