import { readdir } from 'node:fs/promises';
import { handleEndpoints } from 'payload';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '../../src/media/bytes';
import {
  aBomb,
  aHeic,
  aJpeg,
  anMp4,
  anSvg,
  aPhoneJpeg,
  aWebPage,
  aZip,
  joined,
  picture,
} from '../builders/files';
import { describeEachDatabase, type EachDatabase } from '../setup';

const password = 'a long passphrase 42';

/** What lists show: the name that people gave, and enough of the hash to tell files of one name apart. */
const listed = (stem: string, { sha256 }: { sha256: string }, end = '.jpg') =>
  `${stem}-${sha256.slice(0, 8)}${end}`;

interface Doc {
  id: number | string;
  filename: string;
  sha256: string;
  thumbSha256: string | null;
  momentsWidth: number | null;
  momentsHeight: number | null;
  width: number | null;
  height: number | null;
  mimeType: string;
  filesize: number;
  originalName: string;
  alt?: string | null;
  url: string;
  thumbnailURL: string | null;
}

interface Answer {
  status: number;
  body: { doc?: Doc; docs?: Doc[]; errors?: { message: string; data?: { code?: string } }[] };
}

interface Ask {
  method?: string;
  as?: string;
  language?: string;
  body?: FormData | string | ReadableStream<Uint8Array>;
  headers?: Record<string, string>;
}

describeEachDatabase('media', (app: EachDatabase) => {
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    for (const role of ['admin', 'editor', 'staff'] as const) {
      const email = `${role}@media.test`;
      await app.payload.create({
        collection: 'users',
        data: { name: role, email, username: role, password, roles: [role], active: true } as never,
        overrideAccess: true,
      });
      const { token } = await app.payload.login({ collection: 'users', data: { email, password } as never });
      tokens[role] = token ?? '';
    }
  });

  const call = (
    path: string,
    { method = 'GET', as, language, body, headers = {} }: Ask = {},
  ): Promise<Response> =>
    handleEndpoints({
      config: app.payload.config,
      payloadInstanceCacheKey: app.booted.key,
      request: new Request(`http://localhost:3000/api${path}`, {
        method,
        ...(body === undefined ? {} : { body, duplex: 'half' }),
        headers: {
          ...(as ? { Authorization: `JWT ${tokens[as]}` } : {}),
          ...(language ? { Cookie: `payload-lng=${language}` } : {}),
          ...headers,
        },
      }),
    } as never);

  const form = (
    file: Buffer | null,
    name = 'photo.jpg',
    data: object = {},
    type = 'image/jpeg',
  ): FormData => {
    const out = new FormData();
    out.set('_payload', JSON.stringify(data));
    if (file) out.set('file', new File([bytesOf(file) as Uint8Array<ArrayBuffer>], name, { type }));
    return out;
  };

  const answerOf = async (response: Response): Promise<Answer> => ({
    status: response.status,
    body: (await response.json()) as Answer['body'],
  });

  const upload = async (
    file: Buffer | null,
    ask: Ask & { name?: string; data?: object; type?: string } = {},
  ): Promise<Answer> =>
    answerOf(
      await call('/media', {
        method: 'POST',
        as: 'editor',
        ...ask,
        body: form(file, ask.name, ask.data, ask.type),
      }),
    );

  const made = async (file: Buffer, name?: string, data?: object): Promise<Doc> => {
    const answer = await upload(file, { ...(name ? { name } : {}), ...(data ? { data } : {}) });
    if (!answer.body.doc) throw new Error(JSON.stringify(answer));
    return answer.body.doc;
  };

  const count = async (): Promise<number> => (await app.payload.count({ collection: 'media' })).totalDocs;
  const blobs = async (): Promise<string[]> => {
    // The environment is read once in a process: the second database of this file shares the directory.
    const { env } = await import('../../src/server/env');
    const all = await readdir(env.MEDIA_DIR, { recursive: true }).catch(() => [] as string[]);
    return all.filter((name) => name.includes('.')).map((name) => name.slice(3));
  };

  test('an upload becomes a document whose every fact is that of the re-encoded file', async () => {
    const doc = await made(await aPhoneJpeg(1600, 1200), '../../\u202E新品\r\n.PNG', { alt: '燕麦能量棒' });
    const address = `/api/media/file/${encodeURIComponent(listed('新品', doc))}`;
    expect(doc.filename).toBe(listed('新品', doc));
    expect(doc).toMatchObject({
      mimeType: 'image/jpeg',
      width: 1080,
      height: 1440,
      momentsWidth: 1080,
      momentsHeight: 1440,
      originalName: '新品.jpg',
      alt: '燕麦能量棒',
      url: `http://localhost:3000${address}`,
      thumbnailURL: `${address}?size=thumb`,
    });
    expect(await blobs()).toEqual(expect.arrayContaining([`${doc.sha256}.jpg`, `${doc.thumbSha256}.jpg`]));

    const file = await call(`/media/file/${doc.filename}`, { as: 'editor' });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([
      file.status,
      file.headers.get('content-type'),
      file.headers.get('x-content-type-options'),
    ]).toEqual([200, 'image/jpeg', 'nosniff']);
    expect(file.headers.get('cache-control')).toMatch(/private/);
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%96%B0%E5%93%81.jpg");
    expect(bytes.length).toBe(doc.filesize);
    const facts = await sharp(bytes).metadata();
    expect([facts.width, facts.height, facts.exif, facts.xmp]).toEqual([1080, 1440, undefined, undefined]);

    const thumb = await call(`/media/file/${doc.filename}?size=thumb`, { as: 'editor' });
    expect(thumb.headers.get('etag')).toBe(`"${doc.thumbSha256}"`);
    expect((await sharp(Buffer.from(await thumb.arrayBuffer())).metadata()).width).toBe(320);
    const again = await call(`/media/file/${doc.filename}`, {
      as: 'editor',
      headers: { 'If-None-Match': `"${doc.sha256}"` },
    });
    expect(again.status).toBe(304);
  });

  test('the same picture twice is two documents of one file', async () => {
    const file = await aJpeg(777, 555);
    const [first, second] = [await made(file), await made(file)];
    expect(second.sha256).toBe(first.sha256);
    expect(second.filename).toBe(listed('photo', first, '-1.jpg'));
    expect((await call(`/media/file/${second.filename}`, { as: 'editor' })).status).toBe(200);
    expect((await blobs()).filter((name) => name === `${first.sha256}.jpg`)).toHaveLength(1);
  });

  test('a video is kept without its place, and players may ask for a part', async () => {
    const doc = await made(anMp4(), '开箱.mp4');
    expect(doc).toMatchObject({
      filename: listed('开箱', doc, '.mp4'),
      mimeType: 'video/mp4',
      thumbSha256: null,
      thumbnailURL: null,
    });
    const part = await call(`/media/file/${doc.filename}`, { as: 'editor', headers: { Range: 'bytes=4-7' } });
    expect([part.status, await part.text(), part.headers.get('content-type')]).toEqual([
      206,
      'ftyp',
      'video/mp4',
    ]);
    const whole = await call(`/media/file/${doc.filename}`, { as: 'editor' });
    expect(Buffer.from(await whole.arrayBuffer()).toString('latin1')).not.toContain('31.2304');
    expect((await call(`/media/file/${doc.filename}?size=thumb`, { as: 'editor' })).status).toBe(404);
  });

  const refused: [string, string, number, () => Buffer | Promise<Buffer>][] = [
    ['evil.svg', 'svg', 400, anSvg],
    ['evil.jpg', 'svg', 400, anSvg],
    ['page.jpg', 'html', 400, aWebPage],
    ['IMG_0001.HEIC', 'heic', 400, () => aHeic()],
    ['bomb.png', 'too-many-pixels', 400, () => aBomb()],
    ['empty.jpg', 'empty', 400, () => Buffer.alloc(0)],
    ['half.jpg', 'damaged', 400, async () => (await aJpeg()).subarray(0, 2000)],
    ['clip.mov', 'video-format', 400, () => anMp4({ brand: 'qt  ' })],
    [
      'large.jpg',
      'image-too-large',
      413,
      async () => joined([await aJpeg(), Buffer.alloc(21 * 1024 * 1024)]),
    ],
  ];

  test.each(refused)(
    '%s is refused as %s with a sentence in the reader’s language, and nothing changes',
    async (name, code, status, make) => {
      const before = [await count(), (await blobs()).length];
      const file = await make();
      const zh = await upload(file, { name });
      const en = await upload(file, { name, language: 'en' });
      expect([zh.status, en.status]).toEqual([status, status]);
      expect(zh.body.errors?.[0]?.data?.code).toBe(code);
      expect(zh.body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(en.body.errors?.[0]?.message).toMatch(/^[A-Z][^\u4e00-\u9fff]+\.$/);
      expect([await count(), (await blobs()).length]).toEqual(before);
    },
  );

  test('what hangs behind a picture is not stored', async () => {
    const doc = await made(joined([await aJpeg(444, 333), aZip()]), 'both.zip');
    const bytes = Buffer.from(
      await (await call(`/media/file/${doc.filename}`, { as: 'editor' })).arrayBuffer(),
    );
    expect(bytes.includes('PK\x05\x06')).toBe(false);
  });

  test.each([
    ['a file of 26 MB', { name: 'file"; filename="a.mp4' }],
    ['a field of 2 GB', { name: 'alt' }],
  ])('%s, in a body without end, is cut off with 413 within two seconds', async (_what, { name }) => {
    const piece = new Uint8Array(1024 * 1024).fill(0x61);
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (to) => {
        const head = `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
        to.enqueue(sent === 0 ? new TextEncoder().encode(head) : piece);
        sent += 1;
        if (sent > 2048) to.close();
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const memory = process.memoryUsage.rss();
    const started = performance.now();
    const answer = await answerOf(
      await call('/media', {
        method: 'POST',
        as: 'editor',
        body,
        headers: { 'Content-Type': 'multipart/form-data; boundary=cut' },
      }),
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect(answer.status).toBe(413);
    expect(answer.body.errors?.[0]?.message).toMatch(/文件太大.*too large|表单太大/);
    expect(sent).toBeLessThan(32);
    expect(cancelled).toBe(true);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(300_000_000);
  });

  describe('no other way in', () => {
    test('who may not upload costs the server no work on pictures', async () => {
      for (const as of ['staff', undefined]) {
        const answer = await upload(aBomb(), { ...(as ? { as } : { as: 'nobody' }) });
        expect([answer.status, answer.body.errors?.[0]?.data?.code]).toEqual([as ? 403 : 401, undefined]);
      }
    });

    test('a document without a file, or with an address to fetch, is refused', async () => {
      const addresses = [
        {},
        { url: 'http://127.0.0.1:9/x.jpg', filename: 'x.jpg' },
        { url: '/api/users', filename: 'x.jpg' },
      ];
      for (const data of addresses) {
        const asForm = await upload(null, { data });
        const asJson = await answerOf(
          await call('/media', {
            method: 'POST',
            as: 'editor',
            body: JSON.stringify(data),
            headers: { 'Content-Type': 'application/json' },
          }),
        );
        for (const answer of [asForm, asJson])
          expect([answer.status, answer.body.errors?.[0]?.data?.code]).toEqual([400, 'missing']);
      }
    });

    test('a file that the client says is stored already is refused', async () => {
      const body = form(null);
      body.set(
        'file',
        JSON.stringify({ filename: 'x.jpg', size: 1, mimeType: 'image/jpeg', clientUploadContext: {} }),
      );
      expect((await answerOf(await call('/media', { method: 'POST', as: 'editor', body }))).status).toBe(400);
    });

    test('fetching by address is off', async () => {
      const answer = await call('/media/paste-url?src=http://127.0.0.1:9/', { as: 'editor' });
      expect(answer.status).toBe(400);
    });

    test('the facts of a file are written by nobody, through no door', async () => {
      const doc = await made(await picture(200, 100).png().toBuffer());
      const lies = {
        sha256: 'f'.repeat(64),
        thumbSha256: 'f'.repeat(64),
        momentsWidth: 1,
        momentsHeight: 1,
        width: 1,
        height: 1,
        filesize: 1,
        mimeType: 'video/mp4',
        originalName: 'x.html',
        filename: 'x.jpg',
        url: 'http://evil.example/x.jpg',
        thumbnailURL: 'http://evil.example/x.jpg',
        focalX: 1,
        focalY: 1,
      };
      const facts = Object.fromEntries(
        Object.keys(lies)
          .filter((key) => key in doc)
          .map((key) => [key, doc[key as keyof Doc]]),
      );
      expect(Object.keys(facts)).toHaveLength(12);
      const patched = await answerOf(
        await call(`/media/${doc.id}?uploadEdits[crop][x]=1&uploadEdits[widthInPixels]=5`, {
          method: 'PATCH',
          as: 'editor',
          body: JSON.stringify({ ...lies, alt: 'new' }),
          headers: { 'Content-Type': 'application/json' },
        }),
      );
      expect(patched.status).toBe(200);
      expect(patched.body.doc).toMatchObject({ ...facts, alt: 'new' });
      const asSystem = await app.payload.update({
        collection: 'media',
        id: doc.id,
        data: lies as never,
        overrideAccess: true,
      });
      expect(asSystem).toMatchObject({ ...facts, alt: 'new' });
      const created = await made(await picture(201, 101).png().toBuffer(), 'b.png', lies);
      expect(created).toMatchObject({
        momentsWidth: 201,
        momentsHeight: 101,
        mimeType: 'image/jpeg',
        originalName: 'b.jpg',
      });
      expect(created.filename).toBe(listed('b', created));
    });

    test('a document is not copied', async () => {
      const doc = await made(await aJpeg(50, 40));
      const answer = await call(`/media/${doc.id}/duplicate`, { method: 'POST', as: 'editor' });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    });

    test('files are for those who may read media, and only under their names', async () => {
      const doc = await made(await aJpeg(60, 40));
      expect((await call(`/media/file/${doc.filename}`)).status).toBe(401);
      expect((await call(`/media/file/${doc.filename}`, { as: 'staff' })).status).toBe(403);
      for (const name of [
        `${'0'.repeat(64)}.jpg`,
        `..%2F${doc.filename}`,
        '%2e%2e%2fetc%2fpasswd',
        'x%00.jpg',
      ]) {
        expect([403, 404]).toContain((await call(`/media/file/${name}`, { as: 'editor' })).status);
      }
    });
  });

  test('a replaced file has a new name, and the old bytes stay for what was approved with them', async () => {
    const doc = await made(await aJpeg(300, 200));
    const answer = await answerOf(
      await call(`/media/${doc.id}`, {
        method: 'PATCH',
        as: 'editor',
        body: form(await aJpeg(300, 250), 'neu.jpg', { alt: 'x' }),
      }),
    );
    const replaced = answer.body.doc as Doc;
    expect(replaced.id).toBe(doc.id);
    expect(replaced.sha256).not.toBe(doc.sha256);
    expect(replaced).toMatchObject({
      filename: listed('neu', replaced),
      momentsHeight: 250,
      originalName: 'neu.jpg',
    });
    expect(await blobs()).toEqual(expect.arrayContaining([`${doc.sha256}.jpg`, `${replaced.sha256}.jpg`]));
    const bad = await answerOf(
      await call(`/media/${doc.id}`, { method: 'PATCH', as: 'editor', body: form(anSvg()) }),
    );
    expect([bad.status, bad.body.errors?.[0]?.data?.code]).toEqual([400, 'svg']);
  });

  test('the Local API goes the same way as everybody else', async () => {
    const create = (data: Buffer) =>
      app.payload.create({
        collection: 'media',
        data: {} as never,
        file: { data, mimetype: 'image/jpeg', name: '/etc/x.jpg', size: data.length },
        overrideAccess: true,
      });
    const doc = (await create(await aPhoneJpeg(900, 600))) as unknown as Doc;
    expect(doc).toMatchObject({
      filename: listed('x', doc),
      momentsWidth: 600,
      momentsHeight: 900,
      originalName: 'x.jpg',
    });
    await expect(create(anSvg())).rejects.toMatchObject({ status: 400 });
  });

  test('a picture that a product shows is not deleted; one that nothing names is, and its bytes stay', async () => {
    const doc = await made(await aJpeg(310, 210));
    await app.payload.create({
      collection: 'products',
      data: { name: '燕麦能量棒', tier: 'core', images: [doc.id] } as never,
      overrideAccess: true,
    });
    const kept = await answerOf(await call(`/media/${doc.id}`, { method: 'DELETE', as: 'admin' }));
    expect([kept.status, kept.body.errors?.[0]?.data?.code]).toEqual([409, 'in-use']);
    expect(kept.body.errors?.[0]?.message).toMatch(/商品/);

    // The stand-in for MongoDB cannot delete one document the way that Payload asks for it.
    if (app.kind === 'mongodb' && !process.env.TEST_MONGODB_URL) return;
    const free = await made(await aJpeg(320, 210));
    expect((await call(`/media/${free.id}`, { method: 'DELETE', as: 'admin' })).status).toBe(200);
    expect(await blobs()).toContain(`${free.sha256}.jpg`);
  });
});
