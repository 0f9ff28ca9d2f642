/** Running commands with a sign of life: nothing for two seconds, then a line that says what takes so long. */
import { spawn } from 'node:child_process';

const quietMs = 2000;
const everyMs = 5000;
const keptOutput = 400_000;

export const seconds = (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);

/** A clock that never goes back, in milliseconds. */
export const now = () => performance.now();

/** Shows `label … 12 s` while `work` runs: one line that is redrawn on a terminal, a line now and then elsewhere. */
export async function withProgress(label, work, out = process.stdout) {
  const began = now();
  let shown = false;
  const draw = () => {
    shown = true;
    const text = `  ${label} … ${Math.round((now() - began) / 1000)} s`;
    out.write(out.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  let timer = setTimeout(function again() {
    draw();
    timer = setTimeout(again, out.isTTY ? 1000 : everyMs);
  }, quietMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (shown && out.isTTY) out.write('\r\u001b[2K');
    if (shown) out.write(`  ${label}: ${seconds(now() - began)}\n`);
  }
}

const running = new Set();
// Each child leads a group of its own, so that its own children end with it.
process.on('exit', () => {
  for (const { pid } of running) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
});

/** Until the returned function is called, SIGINT and SIGTERM end this process and what it runs. */
export function exitOnSignals() {
  const exit = () => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, exit);
  return () => {
    for (const signal of signals) process.off(signal, exit);
  };
}

/**
 * Runs a command and keeps the end of its output.
 * @returns { code, output, stdout, stderr, ms }; a command that cannot be started has code 127 and the reason as output.
 */
export function run(command, args, { cwd, env = process.env } = {}) {
  return new Promise((done) => {
    const began = now();
    let output = '';
    let stdout = '';
    let stderr = '';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    if (child.pid) running.add(child);
    const keep = (text, more) => (text + more).slice(-keptOutput);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output = keep(output, text);
      stdout = keep(stdout, text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output = keep(output, text);
      stderr = keep(stderr, text);
    });
    child.on('error', (error) =>
      done({ code: 127, output: error.message, stdout, stderr, ms: now() - began }),
    );
    child.on('close', (code, signal) =>
      done({ code: code ?? 1, signal, output, stdout, stderr, ms: now() - began }),
    );
  });
}

/** The last lines of an output, for a message about what failed. */
export const tail = (text, lines = 40) => text.trimEnd().split('\n').slice(-lines).join('\n');
