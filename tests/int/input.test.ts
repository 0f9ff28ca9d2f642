import sharp from 'sharp';
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
  let editor: string;

  beforeAll(async () => {
    app = await openApp(kind);
    editor = app.tokens.editor;
    feed = await make(app.payload, 'feeds', {
      name: '总店',
      channel: 'wechat-moments',
      timezone: 'Asia/Shanghai',
    });
  });

  /** A segment that a variant is for. */
  const aSegment = async (): Promise<Made> => {
    const [found] = (await app.payload.find({ collection: 'segments', limit: 1 })).docs;
    if (found) return found as unknown as Made;
    const dimension = await make(app.payload, 'segment-dimensions', {
      name: '阶段',
      key: 'stage',
      exclusive: true,
    });
    return make(app.payload, 'segments', {
      name: '新客',
      key: 'fresh',
      dimension: dimension.id,
      wechatTag: '新客',
    });
  };

  const aPost = (more: Record<string, unknown> = {}) => ({
    title: '早安',
    kind: 'persona',
    body: '早上好',
    feeds: [feed.id],
    audience: { visibility: 'everyone' },
    ...more,
  });

  const made = async (more: Record<string, unknown> = {}) => {
    const answer = await app.rest('POST', '/posts', { as: editor, body: aPost(more) });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body.doc as Made & Record<string, unknown>;
  };

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

  describe('a value that would be changed without a word', () => {
    const sales = (price: unknown) => ({ sku: 'a-1', name: '燕麦', price });
    const wrong: [string, string, Record<string, unknown>][] = [
      ['a day that is not in the calendar', '/posts', { scheduledAt: '2027-02-30T10:00:00+08:00' }],
      ['a number for a time', '/posts', { scheduledAt: '1' }],
      ['a time of no offset', '/posts', { scheduledAt: '2026-11-23 20:00' }],
      ['a day for a time', '/posts', { scheduledAt: '2026-11-23' }],
      ['an empty time', '/posts', { scheduledAt: '' }],
      ['an empty end', '/posts', { expiresAt: '' }],
      ['two numbers in one', '/posts', { priority: '1,2' }],
      ['a word for a number', '/products', sales('三十五')],
      ['a decimal comma', '/products', sales('9,9')],
      ['a zero for a list', '/posts', { variants: 0 }],
      ['null for a list', '/posts', { variants: null }],
      ['null for the first comments', '/posts', { firstComments: null }],
      ['an object for a list', '/posts', { firstComments: { text: 'a' } }],
      ['blanks for a title', '/posts', { title: ' \u3000 ' }],
      ['a number for yes or no', '/posts', { dayBound: 0 }],
    ];

    it.each(wrong)('%s is refused in words', async (_, path, data) => {
      const body = path === '/posts' ? aPost(data) : data;
      const refused = await app.rest('POST', path, { as: app.tokens.manager, body });
      expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(han)]);
    });

    it.each([
      ['scheduledAt', '2035-11-23T20:00:00+08:00', '2035-11-23T12:00:00.000Z'],
      ['scheduledAt', '2035-11-23T12:00:00.000Z', '2035-11-23T12:00:00.000Z'],
      ['scheduledAt', '2035-11-23T20:00+08:00', '2035-11-23T12:00:00.000Z'],
      ['scheduledAt', null, null],
      ['priority', '35', 35],
      ['priority', 7, 7],
    ])('%s takes %s', async (name, value, kept) => {
      expect((await made({ [name]: value }))[name] ?? null).toBe(kept);
    });

    it('an instant is kept in UTC, in whatever zone it is written, and so found on its day', async () => {
      const { id } = await made({
        scheduledAt: '2035-11-11T18:00:00+08:00',
        expiresAt: '2035-11-11T15:00-05:00',
      });
      const [stored] = (await app.payload.db.find({ collection: 'posts', where: { id: { equals: id } } }))
        .docs;
      const kept = (name: string) => (stored as Record<string, unknown>)[name];
      expect([kept('scheduledAt'), kept('expiresAt')]).toEqual([
        '2035-11-11T10:00:00.000Z',
        '2035-11-11T20:00:00.000Z',
      ]);
      const until = encodeURIComponent('2035-11-11T16:00:00.000Z');
      const { body } = await app.rest('GET', `/posts?where[scheduledAt][less_than]=${until}&depth=0`, {
        as: editor,
      });
      expect((body.docs as Made[]).map((doc) => doc.id)).toContain(id);
    });

    it('a day is enough where a day is meant', async () => {
      const body = { name: '双十二', date: '2026-12-12' };
      const answer = await app.rest('POST', '/occasions', { as: app.tokens.manager, body });
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    });

    it("the admin's form says 0 for a list without rows", async () => {
      const { id } = await made({ firstComments: [{ text: '首评' }] });
      const body = form(JSON.stringify({ firstComments: 0 }));
      const answer = await app.rest('PATCH', `/posts/${id}`, { as: editor, body });
      expect([answer.status, (answer.body.doc as Made & { firstComments: [] }).firstComments]).toEqual([
        200,
        [],
      ]);
    });

    it('an id as text is refused in words where ids are numbers', async () => {
      const product = await make(app.payload, 'products', { sku: 'a-2', name: '燕麦' });
      const answer = await app.rest('POST', '/posts', {
        as: editor,
        body: aPost({ product: String(product.id) }),
      });
      if (kind === 'mongodb') expect(answer.status).toBe(201);
      else expect([answer.status, sentencesOf(answer)]).toEqual([400, expect.stringMatching(han)]);
      expect(sentencesOf(answer)).not.toContain('relationship');
    });

    it("when something was made or changed is nobody's to say", async () => {
      const { id, createdAt } = await made({ createdAt: '2001-01-01T00:00:00Z' });
      expect(String(createdAt)).not.toContain('2001');
      const body = { title: '晚安', createdAt: '2001-01-01T00:00:00Z' };
      const { doc } = (await app.rest('PATCH', `/posts/${id}`, { as: editor, body })).body as { doc: object };
      expect(doc).toMatchObject({ title: '晚安', createdAt });
    });

    it('F14 of two who save from one state the second is refused, and told what differs', async () => {
      const { id, updatedAt } = await made();
      const save = (as: string, title: string) =>
        app.rest('PATCH', `/posts/${id}`, { as, body: { title, updatedAt } });
      expect((await save(editor, '第一位')).status).toBe(200);
      const second = await save(app.tokens.manager, '第二位');
      expect([second.status, second.text]).toEqual([409, expect.stringMatching(han)]);
      expect(second.body.errors).toMatchObject([{ data: { code: 'stale', changed: ['title'] } }]);
      const { body } = await app.rest('GET', `/posts/${id}?depth=0`, { as: editor });
      expect(body.title).toBe('第一位');
      const again = { title: '第二位', updatedAt: body.updatedAt };
      expect((await app.rest('PATCH', `/posts/${id}`, { as: editor, body: again })).status).toBe(200);
    });

    const aScript = async () => {
      const steps = ['一', '二'].map((title) => ({
        key: title,
        offsetMinutes: 0,
        kind: 'sales',
        title,
        body: title,
      }));
      const data = {
        name: '燕麦上市',
        launchAt: '2035-11-11T20:00:00+08:00',
        timezone: 'Asia/Shanghai',
        phases: [{ key: 'on-sale', name: '开售', exceptions: [], steps }],
      };
      return (await app.rest('POST', '/launch-scripts?depth=0', { as: editor, body: data })).body.doc as Made;
    };
    const whole: [string, () => Promise<Made>, (read: Made) => object, (read: Made) => object, string[]][] = [
      [
        'posts',
        () =>
          made({
            firstComments: [{ text: '首评' }],
            scheduledAt: '2035-11-23T20:00:00+08:00',
            audience: { visibility: 'everyone' },
          }),
        () => ({ body: '第一位写的', scheduledAt: '2035-11-24T12:00:00.000Z' }),
        () => ({ firstComments: [{ text: '第二位写的' }] }),
        ['body', 'firstComments', 'scheduledAt'],
      ],
      [
        'launch-scripts',
        aScript,
        ({ phases }) => {
          const [phase] = phases as { steps: object[] }[];
          const [first, ...rest] = phase?.steps ?? [];
          return { phases: [{ ...phase, steps: [{ ...first, body: '第一位写的' }, ...rest] }] };
        },
        () => ({ name: '第二位写的' }),
        ['name', 'phases'],
      ],
    ];

    it.each(whole)(
      'F14 of two who save the whole form of %s the second is told what changed, and nothing else',
      async (slug, make, first, second, changed) => {
        const { id } = await make();
        const { body: read } = await app.rest('GET', `/${slug}/${id}?depth=0`, { as: editor });
        const save = (as: string, change: object) =>
          app.rest('PATCH', `/${slug}/${id}?depth=0`, {
            as,
            body: form(JSON.stringify({ ...read, ...change })),
          });
        expect((await save(editor, first(read as Made))).status).toBe(200);
        const late = await save(app.tokens.manager, second(read as Made));
        expect([late.status, late.text]).toEqual([409, expect.stringMatching(han)]);
        const [{ data }] = late.body.errors as [{ data: { code: string; changed: string[] } }];
        expect([data.code, data.changed.sort()]).toEqual(['stale', changed]);
        const { body: kept } = await app.rest('GET', `/${slug}/${id}?depth=0`, { as: editor });
        expect(kept).toMatchObject(first(read as Made));
        expect(kept).not.toMatchObject(second(read as Made));
      },
    );

    it.each(['\u0000坏', '\ud800'])('a comment or reason of %j is not stored', async (words) => {
      const { id } = await made();
      for (const [path, body] of [
        ['submit', { comment: words }],
        ['request-changes', { comment: words }],
        ['recall', { reason: words }],
      ] as const) {
        const answer = await app.rest('POST', `/posts/${id}/${path}`, { as: app.tokens.manager, body });
        expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(han)]);
      }
      const body = { state: 'skipped', reason: words };
      const answer = await app.rest('PUT', '/desk/receipts/1', { as: app.tokens.staff, body });
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(han)]);
    });
  });

  describe('rows and their ids', () => {
    const rows = async () => ({
      firstComments: [{ text: '首评' }],
      variants: [{ key: 'n', segments: [(await aSegment()).id], body: '新客版' }],
    });

    it('what was read can be sent back as a new post', async () => {
      const { id, ...read } = await made(await rows());
      const copy = await made({ ...read, feeds: [feed.id] });
      expect(copy.firstComments).toMatchObject([{ text: '首评' }]);
      expect(copy.id).not.toBe(id);
    });

    it('rows keep their ids, and take none of another post or of one another', async () => {
      const other = await made(await rows());
      const post = await made(await rows());
      const [own] = post.firstComments as { id: string }[];
      const [foreign] = other.firstComments as { id: string }[];
      const body = {
        firstComments: [
          { id: own?.id, text: 'a' },
          { id: own?.id, text: 'b' },
          { id: foreign?.id, text: 'c' },
        ],
      };
      const answer = await app.rest('PATCH', `/posts/${post.id}`, { as: editor, body });
      expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
      const kept = (answer.body.doc as { firstComments: { id: string; text: string }[] }).firstComments;
      expect(kept.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
      expect(kept[0]?.id).toBe(own?.id);
      expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
      expect(kept.map(({ id }) => id)).not.toContain(foreign?.id);
      const unchanged = await app.rest('GET', `/posts/${other.id}`, { as: editor });
      expect(unchanged.body.firstComments).toMatchObject([{ id: foreign?.id, text: '首评' }]);
    });
  });

  describe('nothing from outside is answered with 500', () => {
    const deep = (levels: number) => `{"audience":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const multipart = (type: string) => ({ body: 'xx', headers: { 'Content-Type': type } });
    const asks: [string, string, string, { body?: unknown; headers?: Record<string, string> }, number][] = [
      ['the form of an upload that is no JSON', 'POST', '/posts', { body: form('notjson') }, 400],
      ['a form that is a list', 'POST', '/posts', { body: form('[]') }, 400],
      ['a form without its boundary', 'POST', '/posts', multipart('multipart/form-data'), 400],
      ['a form with another boundary', 'POST', '/posts', multipart('multipart/form-data; boundary=zz'), 400],
      ['lists in lists', 'POST', '/posts', { body: deep(100_000) }, 400],
      ['a file named in words', 'POST', '/media', { body: form('{"file":"x"}') }, 400],
      ['versions', 'GET', '/posts/versions', {}, 404],
      ['a version', 'GET', '/teams/versions/1', {}, 404],
      ['restoring a version', 'POST', '/segments/versions/1', { body: {} }, 404],
      ['versions of the settings', 'GET', '/globals/settings/versions', {}, 404],
      ['all of some segments', 'GET', '/posts?where[audience.segments][all]=1,2', {}, 400],
      ['content near a place', 'GET', '/releases?where[content][near]=1', {}, 400],
      ['content after a letter', 'GET', '/releases?where[content.x][greater_than]=a', {}, 400],
      ['a name with NUL', 'POST', '/media', { body: form('{}', { bytes: 'x', name: 'a\u0000.jpg' }) }, 400],
      ['a field that is not there', 'GET', '/posts?where[nope][equals]=1', {}, 400],
      [
        'a token that is none',
        'POST',
        '/users/reset-password',
        { body: { token: 'x', password: 'long-enough-9' } },
        403,
      ],
      ['signing in as nobody', 'POST', '/users/login', { body: {} }, 400],
    ];

    it.each(asks)('%s is refused in words', async (_, method, path, ask, status) => {
      const as = app.tokens.manager;
      const answer = await app.rest(method, path, { as, ...ask });
      expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(han)]);
      expect(sentencesOf(answer)).toMatch(han);
    });

    it.each(['\ud800.jpg', '.', '..jpg'])('a file named %j is kept under a good name', async (name) => {
      const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#e43' } });
      const bytes = new Uint8Array(await picture.jpeg().toBuffer());
      const body = form('{}', { bytes, name });
      const answer = await app.rest('POST', '/media', { as: editor, body });
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    });

    it('a sign that JSON cannot be searched for', async () => {
      const path = '/releases?where[content.text][contains]=%E5%8D%96';
      const answer = await app.rest('GET', path, { as: app.tokens.manager });
      if (kind === 'sqlite')
        expect([answer.status, sentencesOf(answer)]).toEqual([400, expect.stringMatching(han)]);
      else expect(answer.status).toBe(200);
    });

    it('signing out twice is refused in words', async () => {
      const answer = await app.rest('POST', '/users/logout', {
        headers: { 'Accept-Language': 'zh' },
        body: {},
      });
      expect(sentencesOf(answer)).toMatch(han);
    });
  });
});
