import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BlobMissing, type BlobStore, blobStore } from '../../integrations/storage';
import { serveBlob } from './serveBlob';

let dir: string;
let store: BlobStore;
let sha: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  store = blobStore(dir);
  sha = await store.put(new TextEncoder().encode('0123456789'), 'mp4');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const ask = (headers: Record<string, string> = {}, name = 'a.mp4'): Promise<Response> =>
  serveBlob(store, { sha, ext: 'mp4', name }, new Headers(headers));

test('a file comes with its true type, is not guessed at, runs nothing and stays in no shared cache', async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('0123456789');
  const header = (name: string) => answer.headers.get(name) ?? '';
  expect(header('content-type')).toBe('video/mp4');
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(header('cache-control')).toBe('private, no-cache');
  expect(header('etag')).toBe(`"${sha}"`);
  expect(header('content-length')).toBe('10');
});

test.each([
  ['新品 (1).png', 'inline; filename="file.mp4"; filename*=UTF-8\'\'%E6%96%B0%E5%93%81%20%281%29.mp4'],
  ['a"\r\nX-Evil: 1.jpg', 'inline; filename="file.mp4"; filename*=UTF-8\'\'aX-Evil%201.mp4'],
])('the name %j is offered as %s', async (name, header) => {
  expect((await ask({}, name)).headers.get('content-disposition')).toBe(header);
});

test.each<[string, number, string, string | null]>([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=5-2', 200, '0123456789', null],
  ['bytes=0-1,3-4', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
])('players may ask for %s: %i', async (range, status, body, content) => {
  const answer = await ask({ range });
  expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
    status,
    body,
    content,
  ]);
});

test('who has it already gets 304, under any spelling of the tag', async () => {
  for (const tag of [`"${sha}"`, `W/"${sha}"`, `"x", "${sha}"`, '*']) {
    expect((await ask({ 'if-none-match': tag })).status).toBe(304);
  }
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  expect((await ask({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
});

test('a file that is not there is an error before any header is sent', async () => {
  await expect(
    serveBlob(store, { sha: 'f'.repeat(64), ext: 'jpg', name: '' }, new Headers()),
  ).rejects.toBeInstanceOf(BlobMissing);
  await expect(serveBlob(store, { sha: '../x', ext: 'jpg', name: '' }, new Headers())).rejects.toBeInstanceOf(
    BlobMissing,
  );
});
