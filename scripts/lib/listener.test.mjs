import { createServer, request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listener } from './listener.mjs';
import { maxBodyBytes } from './requests.mjs';

let server;
afterEach(
  () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
);

/** A server with this handler behind the gates; resolves with a function that asks it. */
async function start(handle) {
  const answer = listener({
    handle: async (req, res) => handle(req, res),
    origins: ['http://localhost:3000'],
    security: { 'X-Frame-Options': 'SAMEORIGIN', 'X-Content-Type-Options': 'nosniff' },
    trustProxy: false,
  });
  server = createServer(answer);
  server.on('checkContinue', (req, res) => {
    req.expectsContinue = true;
    answer(req, res);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return ({ method = 'GET', headers = {}, body }) =>
    new Promise((done, fail) => {
      let continued = false;
      const req = request({ port, host: '127.0.0.1', method, headers }, (res) => {
        let text = '';
        res.setEncoding('utf8').on('data', (more) => {
          text += more;
        });
        res.on('end', () => done({ status: res.statusCode, headers: res.headers, text, continued }));
      });
      req.on('continue', () => {
        continued = true;
        req.end(body);
      });
      req.on('error', fail);
      if (headers.expect) req.flushHeaders();
      else req.end(body);
    });
}

describe('the listener', () => {
  it('puts the security headers on every answer, refusals too', async () => {
    const ask = await start((_, res) => res.end('ok'));
    const security = { 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff' };
    expect(await ask({})).toMatchObject({ status: 200, text: 'ok', headers: security });
    const foreign = { cookie: 'payload-token=1', origin: 'https://evil.test' };
    expect(await ask({ method: 'POST', headers: foreign })).toMatchObject({ status: 403, headers: security });
  });

  it("leaves a handler's stricter header alone", async () => {
    const ask = await start((_, res) => {
      res.setHeader('X-Frame-Options', 'DENY');
      res.end();
    });
    expect((await ask({})).headers['x-frame-options']).toBe('DENY');
  });

  it('hands on what is allowed, without forged headers', async () => {
    const ask = await start((req, res) => res.end(JSON.stringify(req.headers)));
    const { text } = await ask({ headers: { 'x-forwarded-for': '1.1.1.1', 'x-middleware-subrequest': 'a' } });
    expect(JSON.parse(text)['x-forwarded-for']).toBe('127.0.0.1');
    expect(JSON.parse(text)['x-middleware-subrequest']).toBeUndefined();
  });

  it('refuses before the handler sees anything', async () => {
    const handle = vi.fn();
    const ask = await start(handle);
    await ask({ method: 'POST', headers: { cookie: 'payload-token=1' } });
    await ask({
      method: 'POST',
      headers: { 'content-length': String(maxBodyBytes + 1), expect: '100-continue' },
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it('lets a client that asks first send its body, or tells it not to', async () => {
    const ask = await start((req, res) => {
      req.resume();
      req.on('end', () => res.end('read'));
    });
    const sending = (length) => ({
      method: 'POST',
      headers: { expect: '100-continue', 'content-length': String(length) },
    });
    expect(await ask({ ...sending(4), body: 'body' })).toMatchObject({
      status: 200,
      continued: true,
      text: 'read',
    });
    expect(await ask(sending(maxBodyBytes + 1))).toMatchObject({ status: 413, continued: false });
  });

  it('answers 500 in one sentence when the handler fails', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const ask = await start(() => {
      throw new Error('secret detail');
    });
    const { status, text } = await ask({});
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(quiet).toHaveBeenCalledOnce();
    quiet.mockRestore();
  });
});
