import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { password } from './world';

export interface Desk {
  /** @returns how long the answer took, in ms @throws when it is anything but a desk with cards */
  ask(): Promise<number>;
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

async function signIn(base: string, email: string): Promise<string> {
  const login = await fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base },
    body: JSON.stringify({ email, password }),
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

/** Answers that are not counted: the just-in-time compiler of a running server is warm. */
const warmUps = 150;

/**
 * The built server as another process on the database that the environment names, warm, and somebody's desk there
 * over a connection that is kept. Null where nothing is built.
 */
export async function openDesk(email: string): Promise<Desk | null> {
  if (!existsSync(join('.next', 'BUILD_ID'))) {
    console.error('There is no build, so the desk is not asked: npm run build first.');
    return null;
  }
  const port = await freePort();
  const server = await startServer(port);
  try {
    const base = `http://127.0.0.1:${port}`;
    const headers = { Authorization: `JWT ${await signIn(base, email)}` };
    const ask = async (): Promise<number> => {
      const began = performance.now();
      const answer = await fetch(`${base}/api/desk/today`, { headers });
      const { cards } = (await answer.json()) as { cards?: unknown[] };
      const took = performance.now() - began;
      if (answer.status === 200 && cards?.length) return took;
      throw new Error(`The desk answered ${answer.status} with ${cards?.length ?? 'no'} cards.`);
    };
    for (let n = 0; n < warmUps; n += 1) await ask();
    return { ask, end: () => end(server) };
  } catch (error) {
    await end(server);
    throw error;
  }
}

export interface Asked {
  /** How long each answer took, in ms. */
  times: number[];
  /** Other answers than a desk with cards, and none. */
  errors: number;
}

/** One client, one question after the other without a pause, for as long as something else goes on. */
export async function askDuring(desk: Desk, work: Promise<unknown>): Promise<Asked> {
  const asked: Asked = { times: [], errors: 0 };
  let goesOn = true;
  const over = () => {
    goesOn = false;
  };
  work.then(over, over);
  while (goesOn) {
    try {
      asked.times.push(await desk.ask());
    } catch (error) {
      asked.errors += 1;
      if (asked.errors === 1) console.error(error);
    }
  }
  return asked;
}
