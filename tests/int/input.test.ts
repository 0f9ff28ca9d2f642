import { beforeAll, describe, expect, it } from 'vitest';
import { type Made, make } from '../builders/team';
import { type Answer, type App, aSignedIn, openApp } from './access/app';

const han = /\p{Script=Han}/u;

const sentencesOf = ({ body }: Answer): string =>
  ((body.errors ?? []) as { message?: string }[]).map(({ message }) => message).join(' ');

const form = (payload: string, file?: { bytes: BlobPart; name: string }): FormData => {
  const data = new FormData();
  data.append('_payload', payload);
  if (file) data.append('file', new Blob([file.bytes], { type: 'image/jpeg' }), file.name);
  return data;
};

describe.each(['sqlite', 'mongodb'] as const)('what comes from outside (%s)', (kind) => {
  let app: App;
  let feed: Made;

  beforeAll(async () => {
    app = await openApp(kind);
    feed = await make(app.payload, 'feeds', {
      name: '总店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
  });

  const aPost = (more: Record<string, unknown> = {}) => ({
    title: '早安',
    kind: 'persona',
    body: '早上好',
    feeds: [feed.id],
    audience: { visibility: 'everyone' },
    ...more,
  });

  describe('the language of an answer', () => {
    const asks: [string, (as: string) => Promise<Answer>][] = [
      ['a form', (as) => app.rest('POST', '/posts', { as, body: { title: 12 } })],
      ['a required field', (as) => app.rest('POST', '/posts', { as, body: { body: '早' } })],
      ['JSON', (as) => app.rest('POST', '/posts', { as, body: '{"a"' })],
      ['a query', (as) => app.rest('GET', '/posts?limit=0', { as })],
      ['a right', (as) => app.rest('POST', '/globals/settings', { as, body: {} })],
      [
        'an audience',
        (as) => app.rest('POST', '/posts', { as, body: aPost({ audience: { visibility: 'only' } }) }),
      ],
      ['a file', (as) => app.rest('POST', '/media', { as, body: form('{}', { bytes: 'x', name: 'x.jpg' }) })],
      ['a place', (as) => app.rest('GET', '/posts/abc', { as })],
      ['an own endpoint', (as) => app.rest('POST', '/posts/abc/submit', { as, body: { comment: 1 } })],
    ];

    it.each(asks)(
      '%s is refused in the language of the account, whatever the browser prefers',
      async (_, ask) => {
        const english = await aSignedIn(app, { roles: ['editor'], locale: 'en' });
        const chinese = await aSignedIn(app, { roles: ['editor'], locale: 'zh' });
        const [en, zh] = [await ask(english.token), await ask(chinese.token)];
        expect(sentencesOf(en)).not.toBe('');
        expect(sentencesOf(en)).not.toMatch(han);
        expect(sentencesOf(zh)).toMatch(han);
      },
    );

    it('what was chosen in the browser goes first, and the account before what the browser prefers', async () => {
      const chinese = await aSignedIn(app, { roles: ['editor'], locale: 'zh' });
      const ask = (headers: Record<string, string>) =>
        app.rest('POST', '/posts', { as: chinese.token, body: { title: 12 }, headers });
      expect(sentencesOf(await ask({ 'Accept-Language': 'en' }))).toMatch(han);
      expect(sentencesOf(await ask({ Cookie: 'payload-lng=en' }))).not.toMatch(han);
    });
  });
});
