/**
 * The web server: Next behind a plain node:http server that sets limits and cleans requests first.
 * `npm start` calls serve() when everything is installed, built and migrated; a container or a process
 * manager may run this file itself (`node scripts/serve.mjs`) after `npm run build`.
 */
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDotEnv, placesOf, readPort } from './lib/environment.mjs';
import { listener } from './lib/listener.mjs';
import { lanAddresses } from './lib/network.mjs';
import { allowedOrigins, securityHeaders } from './lib/requests.mjs';
import { keptSecret } from './lib/secrets.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Open requests may finish for this long when the server is told to stop. */
const graceMs = 10_000;

/**
 * Work that has to end before the process does (the scheduler's pass, the database): src/instrumentation.ts
 * puts functions into this array. They share no module with this file, so a global symbol is the meeting point.
 */
const stopKey = Symbol.for('moments-desk.stop');

/** Fills in what the application reads from the environment, before any of its code is loaded. */
export function prepareEnvironment({ port, env = process.env }) {
  const places = placesOf(root, env);
  env.NODE_ENV = 'production';
  env.NEXT_TELEMETRY_DISABLED = '1';
  env.PORT = String(port);
  env.LAN_ORIGINS = allowedOrigins({ port, addresses: lanAddresses() }).join(',');
  if (!env.PAYLOAD_SECRET && places.embedded) env.PAYLOAD_SECRET = keptSecret(places.secretFile);
  return places;
}

/**
 * Asks for a page as a phone would: Next prepares itself even where the application cannot start, and would
 * answer everything with 500. It also loads what the first visitor would wait for.
 */
async function probe({ port, host }) {
  const everywhere = !host || host === '0.0.0.0' || host === '::';
  const address = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  for (const path of ['/desk', '/admin/login']) {
    const { status } = await fetch(`http://${address}:${port}${path}`, {
      signal: AbortSignal.timeout(60_000),
    });
    if (status >= 500)
      throw new Error(`The server cannot work: ${path} is answered with ${status}; the reason is above.`);
  }
}

/** Resolves with { port, close } once requests are answered. `host` undefined: every interface. */
export async function serve({ port, host, env = process.env }) {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, port, hostname: host ?? 'localhost' });
  await app.prepare();

  const serverUrl = env.SERVER_URL || undefined;
  const answer = listener({
    handle: app.getRequestHandler(),
    origins: allowedOrigins({ port, serverUrl, addresses: lanAddresses() }),
    security: securityHeaders({ https: serverUrl?.startsWith('https:') ?? false }),
    trustProxy: env.TRUST_PROXY === '1',
  });
  const server = createServer({
    headersTimeout: 20_000,
    // A 30 MB video from a phone with 1 Mbit/s takes four minutes.
    requestTimeout: 300_000,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: 10_000,
  });
  server.on('request', answer);
  // Asked for before the body is sent, so that a refused upload is never sent at all.
  server.on('checkContinue', (req, res) => {
    req.expectsContinue = true;
    answer(req, res);
  });
  await new Promise((listening, fail) => {
    server.once('error', fail);
    server.listen({ port, host }, listening);
  });

  await probe({ port, host });

  let closing;
  const close = () => {
    closing ??= (async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
      for (const stop of globalThis[stopKey] ?? []) await stop();
      await app.close();
    })();
    return closing;
  };
  return { port, close };
}

/** SIGINT and SIGTERM end the process well; a second one ends it at once. */
export function stopOnSignals(close) {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      console.log('Stopping …');
      close().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  // One request's lost promise must not take everybody's desk down. The log of releases needs no such care:
  // it is consistent after a crash at any point.
  process.on('unhandledRejection', (error) => console.error('Unhandled rejection:', error));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  loadDotEnv(root);
  const { port, problem } = readPort(process.env.PORT);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  prepareEnvironment({ port });
  try {
    const { close } = await serve({ port, host: process.env.HOST || undefined });
    stopOnSignals(close);
    console.log(`Listening on http://localhost:${port}`);
  } catch (error) {
    // Next has a listener for what nobody catches, which keeps a server alive that cannot work.
    console.error(error.message);
    process.exit(1);
  }
}
