import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobStore, sweepLeftOvers } from './directory';
import { BlobMissing } from './types';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'blobs-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shaOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

const files = async (): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => one.name);

test('bytes are found again under their SHA-256, whole or in part', async () => {
  const store = blobStore(dir);
  const sha = await store.put(bytes('早安 oats'), 'jpg');
  expect(sha).toBe(shaOf(bytes('早安 oats')));
  expect(await store.size(sha, 'jpg')).toBe(11);
  expect(await read(await store.open(sha, 'jpg'))).toBe('早安 oats');
  expect(await read(await store.open(sha, 'jpg', { start: 7, end: 8 }))).toBe('oa');
  expect(await store.has(sha, 'mp4')).toBe(false);
  expect((await files()).sort()).toEqual([`${sha}.jpg`, `${sha}.jpg.new`]);
  await store.settle(sha, 'jpg');
  expect(await files()).toEqual([`${sha}.jpg`]);
});

test('storing the same bytes again touches nothing', async () => {
  const store = blobStore(dir);
  const sha = await store.put(bytes('once'), 'jpg');
  const path = join(dir, sha.slice(0, 2), `${sha}.jpg`);
  await utimes(path, 1000, 1000);
  expect(await store.put(bytes('once'), 'jpg')).toBe(sha);
  expect((await stat(path)).mtimeMs).toBe(1_000_000);
});

test('twenty writers of the same bytes leave one file and no other', async () => {
  const store = blobStore(dir);
  const big = new Uint8Array(300_000).fill(7);
  const shas = await Promise.all(Array.from({ length: 20 }, () => store.put(big, 'jpg')));
  expect(new Set(shas).size).toBe(1);
  await store.settle(shas[0] ?? '', 'jpg');
  expect(await files()).toEqual([`${shas[0]}.jpg`]);
});

test('nothing but a hash becomes a path', async () => {
  const store = blobStore(dir);
  await writeFile(join(dir, 'secret.jpg'), 'secret');
  for (const name of ['../secret', '..', 'secret', '', 'a'.repeat(63), `${'a'.repeat(64)}/../../secret`]) {
    await expect(store.open(name, 'jpg')).rejects.toBeInstanceOf(BlobMissing);
    expect(await store.has(name, 'jpg')).toBe(false);
  }
});

test('a stored file of the wrong length is told, not overwritten and not accepted', async () => {
  const store = blobStore(dir);
  const sha = shaOf(bytes('whole'));
  await mkdir(join(dir, sha.slice(0, 2)));
  await writeFile(join(dir, sha.slice(0, 2), `${sha}.jpg`), 'wh');
  await expect(store.put(bytes('whole'), 'jpg')).rejects.toThrow(/damaged/);
  expect(await read(await store.open(sha, 'jpg'))).toBe('wh');
});

test('a disk that does not take the bytes is an error, and no blob', async () => {
  const blocked = join(dir, 'file');
  await writeFile(blocked, '');
  await expect(blobStore(blocked).put(bytes('x'), 'jpg')).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(await blobStore(blocked).has(shaOf(bytes('x')), 'jpg')).toBe(false);
});

test('temporary files of dead processes go after an hour, those of living ones stay', async () => {
  const store = blobStore(dir);
  const sha = await store.put(bytes('kept'), 'jpg');
  await store.settle(sha, 'jpg');
  const folder = join(dir, sha.slice(0, 2));
  const now = 10 * 60 * 60 * 1000;
  for (const [name, age] of [
    ['.dead.tmp', 3601],
    ['.alive.tmp', 3599],
  ] as const) {
    await writeFile(join(folder, name), 'half');
    const seconds = now / 1000 - age;
    await utimes(join(folder, name), seconds, seconds);
  }
  expect(await sweepLeftOvers(dir, { now, isNamed: async () => true })).toBe(1);
  expect((await files()).sort()).toEqual(['.alive.tmp', `${sha}.jpg`]);
});

test('a file of an upload that was cut off goes after an hour, unless something names it by then', async () => {
  const store = blobStore(dir);
  const [cutOff, named, again, settled] = [
    await store.put(bytes('cut off'), 'jpg'),
    await store.put(bytes('its document is there'), 'jpg'),
    await store.put(bytes('uploaded anew'), 'jpg'),
    await store.put(bytes('settled'), 'jpg'),
  ];
  await store.settle(settled, 'jpg');
  for (const sha of [cutOff, named, again])
    await utimes(join(dir, sha.slice(0, 2), `${sha}.jpg.new`), 1000, 1000);
  await store.put(bytes('uploaded anew'), 'jpg');
  const isNamed = async (sha: string) => sha === named;
  expect(await sweepLeftOvers(dir, { now: Date.now(), isNamed })).toBe(1);
  const left = [`${named}.jpg`, `${again}.jpg`, `${again}.jpg.new`, `${settled}.jpg`];
  expect((await files()).sort()).toEqual(left.sort());
});

const store = JSON.stringify(fileURLToPath(new URL('./directory.ts', import.meta.url)));

/** Stores 16 MB blobs, each different, until it is killed. */
const writer = `
  import { blobStore } from ${store};
  const store = blobStore(process.argv[1]);
  console.log('ready');
  for (let n = 0; ; n += 1) await store.put(new Uint8Array(16_000_000).fill(n % 251).fill(n >> 8, 0, 4), 'jpg');
`;

/** Stores one that does not fit. */
const overflowing = `
  import { blobStore } from ${store};
  await blobStore(process.argv[1]).put(new Uint8Array(16_000_000), 'jpg').catch((error) => console.log(error.code));
`;

const nodeWith = (script: string): string[] => [
  process.execPath,
  '--import',
  'tsx',
  '--input-type=module',
  '-e',
  script,
  dir,
];

async function killedWriter(afterMs: number): Promise<void> {
  const [command = '', ...args] = nodeWith(writer);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await ended;
}

test('a disk that is full in the middle of a file is an error, and nothing of the file stays', async () => {
  // The shell lets no file of its child grow beyond a thousand blocks.
  const child = spawn('sh', ['-c', 'ulimit -f 1000; exec "$@"', 'sh', ...nodeWith(overflowing)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (part) => {
    printed += part;
  });
  await new Promise((resolve) => child.once('close', resolve));
  expect(printed.trim()).toBe('EFBIG');
  expect(await files()).toEqual([]);
});

test('a process killed while it stores leaves no half file under a final name', {
  timeout: 60_000,
}, async () => {
  for (const afterMs of [15, 40, 90, 160]) await killedWriter(afterMs);
  const entries = await readdir(dir, { recursive: true });
  const blobs = entries.filter((name) => name.endsWith('.jpg'));
  for (const name of blobs) {
    expect(`${shaOf(new Uint8Array(await readFile(join(dir, name))))}.jpg`).toBe(name.slice(3));
  }
  expect(entries.length).toBeGreaterThan(0);
});
