import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { runPass } from '@/server/scheduler/pass';
import { type Answer, type App, openApp } from './access/app';

/** An integrator does the whole main job over REST, with the product's own route handlers. */
let app: App;

beforeAll(async () => {
  app = await openApp('sqlite');
});

const made = (answer: Answer): { id: number; [key: string]: unknown } => {
  expect(answer.status, answer.text).toBe(201);
  return answer.body.doc as { id: number };
};
const ok = (answer: Answer): Record<string, unknown> => {
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

it('plans, approves, releases, copies and marks over REST', async () => {
  const { admin, editor, manager, staff } = app.tokens;
  const post = (path: string, as: string, body: unknown) => app.rest('POST', path, { as, body });

  const dimension = made(
    await post('/segment-dimensions', admin, { name: '生命周期', key: 'lifecycle', exclusive: true }),
  );
  const fresh = made(
    await post('/segments', admin, {
      name: '新客',
      key: 'fresh',
      dimension: dimension.id,
      wechatTag: 'A1新客',
    }),
  );
  const feed = made(
    await post('/feeds', admin, {
      name: '总店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
      // It is released by the clock of the day: at night too.
      quietHours: { from: null, to: null },
      members: [app.ids.staff],
    }),
  );

  const file = new FormData();
  const picture = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#c96' } })
    .png()
    .toBuffer();
  file.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), '新茶.png');
  const image = made(await app.rest('POST', '/media', { as: editor, body: file }));

  const draft = made(
    await post('/posts', editor, {
      title: '早安',
      kind: 'persona',
      body: '早安，我是{{staff.name}}。',
      images: [image.id],
      firstComments: [{ text: '今天也要好好吃早饭' }],
      feeds: [feed.id],
      audience: { visibility: 'everyone' },
      variants: [{ key: 'fresh', segments: [fresh.id], body: '第一次见面，我是{{staff.name}}。' }],
      scheduledAt: new Date().toISOString(),
    }),
  );
  const submitted = ok(await post(`/posts/${draft.id}/submit`, editor, {}));
  expect(submitted.status).toBe('in-review');
  const { contentHash } = submitted;
  expect((await post(`/posts/${draft.id}/approve`, editor, { contentHash })).status).toBe(403);
  expect((await post(`/posts/${draft.id}/approve`, manager, { contentHash: '0'.repeat(64) })).status).toBe(
    409,
  );
  ok(await post(`/posts/${draft.id}/approve`, manager, { contentHash }));

  await runPass({ payload: app.payload, now: Date.now() });
  expect(ok(await app.rest('GET', `/posts/${draft.id}?depth=0`, { as: editor })).status).toBe('released');

  const today = ok(await app.rest('GET', '/desk/today', { as: staff }));
  const cards = today.cards as {
    release: string;
    text: string;
    images: { url: string }[];
    receipt: unknown;
  }[];
  expect(cards.map(({ text }) => text).sort()).toEqual([
    '早安，我是Person staff。',
    '第一次见面，我是Person staff。',
  ]);
  const [card] = cards;
  const picturePath = String(card?.images[0]?.url).replace(/^\/api/, '');
  expect((await app.rest('GET', picturePath, { as: staff })).headers.get('content-type')).toBe('image/jpeg');
  expect((await app.rest('GET', picturePath)).status).toBe(401);
  const receipt = { as: staff, body: { state: 'posted' } };
  ok(await app.rest('PUT', `/desk/receipts/${card?.release}`, receipt));
  ok(await app.rest('PUT', `/desk/receipts/${card?.release}`, receipt));
  const progress = await app.rest('GET', '/team/progress', { as: manager });
  expect(JSON.stringify(ok(progress))).toContain('posted');
});
