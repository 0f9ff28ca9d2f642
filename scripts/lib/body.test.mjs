import { createServer, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { answerAndClose, limitBody } from './body.mjs';

const limit = 100_000;
const tooLarge = { status: 413, body: '{"errors":[{"message":"too large"}]}' };
let server;

afterEach(
  () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
);

/** A server that answers with how many bytes its handler could read. */
async function start() {
  server = createServer((req, res) => {
    limitBody(req, limit, () => answerAndClose(req, res, tooLarge));
    let read = 0;
    req.on('data', (chunk) => {
      read += chunk.length;
    });
    req.on('error', () => {});
    req.on('end', () => res.end(String(read)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server.address().port;
}

/** Sends pieces without declaring how many; resolves with status and text. */
async function send(pieces) {
  const port = await start();
  return new Promise((done, fail) => {
    const req = request({ port, host: '127.0.0.1', method: 'POST' }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (more) => {
        text += more;
      });
      res.on('end', () => done({ status: res.statusCode, text }));
    });
    req.on('error', fail);
    for (const piece of pieces) req.write(piece);
    req.end();
  });
}

describe('a body of undeclared length', () => {
  it('up to the limit reaches its reader whole', async () => {
    expect(await send([Buffer.alloc(60_000), Buffer.alloc(40_000)])).toEqual({
      status: 200,
      text: String(limit),
    });
  });

  it('is answered with 413 once it passes the limit', async () => {
    expect(await send([Buffer.alloc(60_000), Buffer.alloc(40_001)])).toEqual({
      status: 413,
      text: tooLarge.body,
    });
  });
});
