import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvedPost, aTeam, releasesOf, type Team } from '../builders/team';
import { type Booted, bootPayload } from '../setup';

const noon = '2035-11-23T12:00:00+08:00';

interface Said {
  code: number;
  decisions: Record<string, unknown>[];
  error: string;
}

/** `npm run scheduler -- …` on the same database, as its own process. */
const scheduler = (
  { url, directory }: Booted,
  args: string[],
  mode: 'test' | 'production' = 'test',
): Promise<Said> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      [resolve('scripts/run.mjs'), 'scheduler', ...args],
      {
        env: {
          ...process.env,
          NODE_ENV: mode,
          DATABASE_URL: url,
          MEDIA_DIR: `${directory}/media`,
          PAYLOAD_SECRET: 'a secret for tests alone',
          SERVER_URL: 'http://localhost:3000',
          SEED: 'none',
        },
      },
      (_error, out, error) => {
        const lines = out.split('\n').filter((line) => line.startsWith('{"card"'));
        done({ code: child.exitCode ?? -1, decisions: lines.map((line) => JSON.parse(line)), error });
      },
    );
  });

describe('npm run scheduler', { timeout: 120_000 }, () => {
  let booted: Booted;
  let team: Team;
  let post: { id: string | number };
  const out = async () => (await releasesOf(booted.payload, post.id)).length;

  beforeAll(async () => {
    booted = await bootPayload({ database: 'sqlite' });
    team = await aTeam(booted.payload);
    const before = Date.parse('2035-11-23T10:00:00+08:00');
    post = await approvedPost(booted.payload, team, { kind: 'persona', scheduledAt: noon }, before);
  });

  it('refuses a chosen instant in production, unless nothing is written', async () => {
    const refused = await scheduler(booted, ['--once', '--now', noon], 'production');
    expect([refused.code, refused.error]).toEqual([
      1,
      expect.stringContaining('--now is refused in production'),
    ]);
    const dry = await scheduler(booted, ['--once', '--now', noon, '--dry-run'], 'production');
    expect(dry).toMatchObject({ code: 0, decisions: [{ post: String(post.id), outcome: 'release' }] });
    expect(await out()).toBe(0);
  });

  it('refuses an instant without its offset', async () => {
    expect((await scheduler(booted, ['--once', '--now', '2035-11-23T12:00:00'])).code).toBe(1);
  });

  it('--dry-run and --now are one pass, also where --once is not said', async () => {
    const before = '2035-11-23T11:00:00+08:00';
    expect(await scheduler(booted, ['--dry-run'])).toMatchObject({ code: 0, decisions: [] });
    expect(await scheduler(booted, ['--now', before])).toMatchObject({ code: 0, decisions: [] });
    expect(await scheduler(booted, ['--dry-run', '--now', noon])).toMatchObject({
      code: 0,
      decisions: [{ post: String(post.id), outcome: 'release' }],
    });
    expect(await out()).toBe(0);
  });

  it('--once makes one pass, prints what it decided as lines of JSON, and ends', async () => {
    expect(await scheduler(booted, ['--once'])).toMatchObject({ code: 0, decisions: [] });
    expect(await out()).toBe(0);
    expect(await scheduler(booted, ['--once', '--now', noon])).toMatchObject({
      code: 0,
      decisions: [{ post: String(post.id), outcome: 'release', at: Date.parse(noon), late: false }],
    });
    expect(await out()).toBe(1);
    expect(await scheduler(booted, ['--once', '--now', noon])).toMatchObject({ code: 0, decisions: [] });
  });

  it('says that everything is stopped, where nothing goes out because of that', async () => {
    await booted.payload.updateGlobal({ slug: 'settings', data: { stopped: true } as never });
    for (const args of [
      ['--dry-run', '--now', noon],
      ['--now', noon],
    ])
      expect(await scheduler(booted, args)).toMatchObject({
        code: 0,
        decisions: [],
        error: expect.stringContaining('Everything is stopped'),
      });
    await booted.payload.updateGlobal({ slug: 'settings', data: { stopped: false } as never });
  });
});
