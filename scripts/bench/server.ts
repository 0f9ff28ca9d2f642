import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

export interface Server {
  /** Where it listens. */
  base: string;
  /** @returns the token of a person's session */
  signIn(person: { email: string; password: string }): Promise<string>;
  end(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function startServer(port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [resolve('scripts', 'serve.mjs')], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', SERVER_URL: `http://127.0.0.1:${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((listening, failed) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Listening on')) listening();
    });
    server.once('exit', (code) => failed(new Error(`The server ended (${code}) before it listened.`)));
  });
  return server;
}

async function signIn(base: string, person: { email: string; password: string }): Promise<string> {
  const login = await fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base },
    body: JSON.stringify(person),
  });
  const { token } = (await login.json()) as { token?: string };
  if (!token) throw new Error(`Signing in was answered with ${login.status}.`);
  return token;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolved) => server.once('exit', resolved));
  server.kill('SIGTERM');
  await ended;
}

/**
 * The built server as another process on the database that the environment names. Null where nothing is built.
 */
export async function openServer(): Promise<Server | null> {
  if (!existsSync(join('.next', 'BUILD_ID'))) {
    console.error('There is no build, so nothing is asked over HTTP: npm run build first.');
    return null;
  }
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = await startServer(port);
  return { base, signIn: (person) => signIn(base, person), end: () => end(server) };
}
