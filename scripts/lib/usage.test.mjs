import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { usage } from './usage.mjs';

const runner = fileURLToPath(new URL('../run.mjs', import.meta.url));

/** An environment in which nothing else would run. */
const ask = (...args) =>
  new Promise((done) => {
    const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: 'nowhere', PAYLOAD_SECRET: '' };
    const child = execFile(process.execPath, [runner, ...args], { env }, (_error, out) =>
      done({ code: child.exitCode, out }),
    );
  });

it.each(Object.keys(usage))('%s says how it is used, whatever the environment', async (command) => {
  for (const flag of ['--help', '-h']) {
    expect(await ask(command, flag)).toEqual({ code: 0, out: `${usage[command]}\n` });
  }
});
