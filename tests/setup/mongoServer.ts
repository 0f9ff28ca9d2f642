import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface MongoServer {
  /** Without a database name: `withDatabase` puts one in. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A server that speaks MongoDB's protocol on a free port, as a replica set of one; or the real one that
 * TEST_MONGODB_URL names (it must name its replica set).
 */
export async function startMongoServer(): Promise<MongoServer> {
  const real = process.env.TEST_MONGODB_URL;
  if (real) return { url: real, stop: async () => {} };
  const server = spawn(
    binary(),
    ['--host=127.0.0.1', '--port=0', '--topology-profile=singleNodeReplicaSet'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // However this process ends, the server ends with it.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const url = await announcedUrl(server);
  return {
    // It does not stream its heartbeats, and the driver would close all connections over that, now and then.
    url: `${url}&serverMonitoringMode=poll`,
    stop: async () => {
      process.off('exit', kill);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same server with another database name. */
export function withDatabase(url: string, name: string): string {
  const [, origin = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(url) ?? [];
  return `${origin}/${name}${query}`;
}

function binary(): string {
  const name = '@jongodb/memory-server-bin-linux-x64-gnu';
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'jongodb');
}

/** It prints `JONGODB_URI=mongodb://127.0.0.1:PORT/test?replicaSet=…` when it listens. */
function announcedUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The MongoDB stand-in ended (${code}): ${printed}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /JONGODB_URI=(\S+)/.exec(printed)?.[1];
      if (url) resolve(url);
    });
  });
}
