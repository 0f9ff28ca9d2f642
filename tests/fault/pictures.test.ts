import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { bootPayload } from '../setup';
import { startChild } from '../setup/child';
import { firstSeed, times } from './counts';
import { randomFrom } from './world';

const twoHours = 2 * 3_600_000;
const kills = times({ few: 1, full: 60 });

/** Bare names of all that lies in the store. */
const filesIn = async (dir: string): Promise<string[]> =>
  (await readdir(dir, { recursive: true })).filter((name) => name.includes('.')).map((name) => name.slice(3));

it('F29 killed while pictures are being made, and started again: no orphan file, no post without its picture', {
  timeout: 1_800_000,
}, async () => {
  console.info(`SOAK_SEED=${firstSeed}`);
  const random = randomFrom(firstSeed);
  const mediaDir = join(inject('runDirectory'), `pictures-${process.pid}`);
  const { payload, url } = await bootPayload({ database: 'sqlite', mediaDir });
  const acknowledged: string[] = [];
  const run = async (name: string, death: number | null): Promise<void> => {
    const more = death === null ? [] : [String(death)];
    const child = startChild('uploadPictures', url, inject('runDirectory'), mediaDir, name, ...more);
    await child.line('ready');
    if (death === null) {
      await child.line('stored');
      await sleep(random() * 400);
      child.process.kill('SIGKILL');
    }
    await child.exited;
    const stored = child.lines.filter((line) => line.startsWith('stored '));
    acknowledged.push(...stored.map((line) => line.slice('stored '.length)));
  };
  // Once right between the file and its document, which is the worst; then anywhere.
  await run('between', 3);
  const orphans = (await filesIn(mediaDir)).filter((name) => name.endsWith('.new'));
  expect(orphans.length).toBeGreaterThan(0);
  for (let n = 0; n < kills; n += 1) await run(`anywhere-${n}`, null);
  // The next start, when the hour of who might still be at it is over.
  // Loaded now: it reads from the environment where files are.
  const { sweepMedia } = await import('@/server/media/sweepMedia');
  await sweepMedia(payload, Date.now() + twoHours);

  const media = await payload.find({ collection: 'media', limit: 0, depth: 0 });
  const named = media.docs.flatMap(({ sha256, thumbSha256 }) => [`${sha256}.jpg`, `${thumbSha256}.jpg`]);
  expect((await filesIn(mediaDir)).sort()).toEqual([...new Set(named)].sort());
  const posts = await payload.find({ collection: 'posts', limit: 0, depth: 0 });
  const known = new Set(media.docs.map(({ id }) => id));
  for (const { title, images } of posts.docs) {
    expect([title, images]).toEqual([title, [expect.anything()]]);
    for (const image of images ?? []) expect(known.has(image as number)).toBe(true);
  }
  const ids = posts.docs.map(({ id }) => String(id));
  expect(ids).toEqual(expect.arrayContaining(acknowledged));
  expect(acknowledged.length).toBeGreaterThan(kills);
});
