import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload } from 'payload';
import type { Instant, TimeZone } from '../../src/core/model';
import { localDateOf, resolveWall } from '../../src/core/time';

const zone = 'Asia/Shanghai' as TimeZone;
export const password = 'a passphrase of the benchmark';
/** Signs in with it. */
export const reader = 'reader@bench.test';

/** Nine o'clock of today, whatever it is now: a desk shows what is of its own day. */
export const nineToday = (): Instant => resolveWall(localDateOf(Date.now(), zone), '09:00', zone);

type Row = Record<string, unknown> & { id: string | number };

/** A database of its own for one measurement. The environment is set before anything of the product is loaded. */
export function ownDatabase(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `moments-desk-bench-${name}-`));
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATABASE_URL: `file:${join(directory, 'bench.db')}`,
    MEDIA_DIR: join(directory, 'media'),
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? randomBytes(24).toString('hex'),
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    SCHEDULER: 'off',
    SEED: 'none',
  });
  return directory;
}

export async function openPayload(): Promise<Payload> {
  const { getPayload } = await import('payload');
  const { default: config } = await import('@payload-config');
  return getPayload({ config });
}

const create = async (payload: Payload, collection: string, data: object): Promise<Row> =>
  (await payload.db.create({ collection: collection as never, data: data as never })) as unknown as Row;

/** A rule that admits everything. */
export const makeRule = (payload: Payload): Promise<Row> =>
  create(payload, 'cap-rules', {
    name: 'wide',
    enabled: true,
    kinds: ['sales'],
    counts: 'all',
    scope: 'customer',
    window: { unit: 'day' },
    limit: 10_000,
  });

/** A feed that is a pool of its own. */
export const makeFeed = (payload: Payload, name: string, members: readonly Row['id'][] = []): Promise<Row> =>
  create(payload, 'feeds', {
    name,
    channel: 'wechat-moments',
    timezone: zone,
    overlap: 1,
    leadMinutes: 0,
    active: true,
    members,
  });

/** A member of staff who can sign in. @returns the id */
export async function makeReader(payload: Payload): Promise<Row['id']> {
  const { id } = await payload.create({
    collection: 'users',
    data: { name: 'reader', email: reader, password, roles: ['staff'], active: true, locale: 'zh' } as never,
  });
  return id;
}

/** Approved posts, each in all of these feeds, as a manager's approval leaves them. */
export async function approvedPosts(
  payload: Payload,
  { feeds, count, at }: { feeds: readonly Row[]; count: number; at: (n: number) => number },
): Promise<Row[]> {
  const { bind } = await import('../../src/server/posts/bound');
  const { contentOf } = await import('../../src/server/posts/content');
  const { loadReferences } = await import('../../src/server/posts/references');
  const posts: Row[] = [];
  for (let n = 0; n < count; n += 1) {
    posts.push(
      await create(payload, 'posts', {
        title: `post ${n + 1}`,
        kind: 'sales',
        body: '今晚八点，新一批燕麦粥上架，前五十份送坚果。\n'.repeat(4),
        copyMode: 'exact',
        dayBound: false,
        firstComments: [{ id: randomBytes(12).toString('hex'), text: '链接在这里' }],
        feeds: feeds.map(({ id }) => id),
        audience: { visibility: 'everyone' },
        scheduledAt: new Date(at(n)).toISOString(),
        priority: 0,
        onConflict: 'defer',
        status: 'approved',
        inFlight: true,
        cardStates: [],
      }),
    );
  }
  const refs = await loadReferences(payload, posts.map(contentOf));
  for (const post of posts) {
    const { hash } = bind(post, refs, { approvalCovers: 'day' });
    const { id } = post;
    await payload.db.updateOne({
      collection: 'posts',
      id,
      data: { contentHash: hash } as never,
      returning: false,
    });
    const approval = { n: 1, contentHash: hash, decision: 'approved', covers: 'day' };
    const when = new Date(at(0) - 3_600_000).toISOString();
    await create(payload, 'approvals', { ...approval, subject: `posts:${id}`, at: when });
  }
  return posts;
}
