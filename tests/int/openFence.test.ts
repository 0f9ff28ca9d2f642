import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TimeZone } from '@/core/model';
import { addDays, localDateOf, resolveWall } from '@/core/time';
import { isOneLeftOpen } from '@/server/fences/complete';
import { tailOf } from '@/server/log/append';
import { loadLogs } from '@/server/posts/references';
import { runPass } from '@/server/scheduler/pass';
import { aDayRule } from '../builders/launch';
import {
  approvedPost,
  aTeam,
  clearWork,
  type Made,
  releasesOf,
  type Team,
  writePost,
} from '../builders/team';
import { aroundEntries } from '../setup/aroundEntries';
import { databaseKinds } from '../setup/boot';
import { type App, openApp, type Person } from './access/app';

/** The doors go by the clock of the day: noon, so that no quiet hours lie there, whatever the hour is now. */
const shanghai = 'Asia/Shanghai' as TimeZone;
const due = resolveWall(addDays(localDateOf(Date.now(), shanghai), 30), '12:00', shanghai);

/** As a log that is busy or gone when the change is committed already. */
const busy = () => Promise.reject(new Error('The log takes nothing.'));

describe.each(databaseKinds)('a change that is stored and not yet in the log (%s)', (kind) => {
  let app: App;
  let team: Team;
  let post: Made;
  let rule: Made;
  let undo: (() => void) | null = null;

  const send = (method: string, path: string, who: Person, body: unknown = {}) =>
    app.rest(method, path, { as: app.tokens[who], body, headers: { 'Accept-Language': 'zh' } });
  const logFails = () => {
    undo = aroundEntries(app.payload, async (rows, insert) =>
      rows.some(({ type }) => type === 'void') ? busy() : insert(),
    );
  };
  const logWorks = () => {
    undo?.();
    undo = null;
  };
  const status = async () =>
    (await app.payload.findByID({ collection: 'posts', id: post.id, depth: 0 })).status;

  beforeAll(async () => {
    app = await openApp(kind);
  });
  beforeEach(async () => {
    await clearWork(app.payload);
    team = await aTeam(app.payload);
    rule = await aDayRule(app.payload);
    const scheduledAt = new Date(due).toISOString();
    post = await approvedPost(app.payload, team, { scheduledAt }, Date.now());
  });
  afterEach(logWorks);

  it('a withdrawal says that it stands, and what may still go out; the next pass takes it up', async () => {
    logFails();
    const answer = await send('POST', `/posts/${post.id}/withdraw`, 'editor');
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ status: 'draft', releasedBefore: [] });
    expect(answer.body.notice).toMatch(/^已保存。.*可能还会/);
    expect(await status()).toBe('draft');
    logWorks();
    const [log] = await loadLogs(app.payload);
    if (!log) throw new Error('There is no log.');
    const tail = await tailOf(app.payload, log);
    expect((await runPass({ payload: app.payload, now: due })).fences).toBe(1);
    expect(await tailOf(app.payload, log)).toBe(tail + 1);
    expect(await releasesOf(app.payload, post.id)).toEqual([]);
  });

  it('so do an approval, a recall and a stop', async () => {
    const { id } = await writePost(app.payload, team, { scheduledAt: post.scheduledAt });
    const { body } = await send('POST', `/posts/${id}/submit`, 'editor');
    await runPass({ payload: app.payload, now: Date.parse(String(post.scheduledAt)) });
    logFails();
    const doors: [string, object][] = [
      [`/posts/${id}/approve`, { contentHash: body.contentHash }],
      [`/posts/${post.id}/recall`, { reason: '价格错了' }],
      ['/stop', { reason: '价格错了' }],
      ['/resume', { reason: '改好了' }],
    ];
    for (const [path, given] of doors) {
      const answer = await send('POST', path, 'manager', given);
      expect([path, answer.status, answer.body.notice]).toEqual([
        path,
        202,
        expect.stringMatching(/^已保存。/),
      ]);
      expect(answer.headers.get('X-Moments-Desk-Fence')).toBe('open');
    }
    expect(await status()).toBe('recalled');
  });

  it('edits and rules, which have Payload’s own answer, say so in a header', async () => {
    logFails();
    const edit = await send('PATCH', `/posts/${post.id}`, 'editor', { body: '改了' });
    const limit = await send('PATCH', `/cap-rules/${rule.id}`, 'manager', { limit: 2 });
    expect([edit.status, limit.status]).toEqual([200, 200]);
    for (const { headers } of [edit, limit]) expect(headers.get('X-Moments-Desk-Fence')).toBe('open');
    // Payload's own forms show nothing of it: the header of the admin does, until a pass has taken it up.
    expect(await isOneLeftOpen(app.payload, Date.now())).toBe(false);
    expect(await isOneLeftOpen(app.payload, Date.now() + 6_000)).toBe(true);
    logWorks();
    await runPass({ payload: app.payload, now: Date.now() });
    expect(await isOneLeftOpen(app.payload, Date.now() + 6_000)).toBe(false);
    expect(await status()).toBe('draft');
  });

  it('what is in the log is answered as ever', async () => {
    const limit = await send('PATCH', `/cap-rules/${rule.id}`, 'manager', { limit: 2 });
    const withdrawn = await send('POST', `/posts/${post.id}/withdraw`, 'editor');
    for (const { status: code, headers } of [limit, withdrawn])
      expect([code, headers.get('X-Moments-Desk-Fence')]).toEqual([200, null]);
    expect(withdrawn.body).not.toHaveProperty('notice');
  });

  it('a database that goes away after the commit is not taken for a change that was not saved', async () => {
    const gone = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    const { find } = app.payload.db;
    logFails();
    const { error } = app.payload.logger;
    // The first thing that fails after the commit is the void; from then on nothing can be read.
    app.payload.logger.error = (...given: unknown[]) => {
      app.payload.db.find = () => Promise.reject(gone);
      return (error as (...args: unknown[]) => void).apply(app.payload.logger, given);
    };
    try {
      const answer = await send('POST', `/posts/${post.id}/withdraw`, 'editor');
      expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('已保存')]);
      expect(answer.text).not.toContain('没有保存');
    } finally {
      app.payload.db.find = find;
      app.payload.logger.error = error;
    }
    expect(await status()).toBe('draft');
  });
});
