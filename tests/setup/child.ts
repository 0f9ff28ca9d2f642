import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inject } from 'vitest';

export interface Child {
  process: ChildProcess;
  /** What it printed so far, a line each. */
  lines: string[];
  /** What it printed to its standard error so far. */
  errors(): string;
  /** Resolves with the first line that begins so. */
  line(beginning: string): Promise<string>;
  /** Resolves with its exit code, or null after a signal. */
  exited: Promise<number | null>;
  /** Writes a line to its standard input. */
  say(line: string): void;
}

/** Another process of the product or beside it: a TypeScript file of tests/setup/children. */
export const startChild = (name: string, ...args: string[]): Child => startChildIn({}, name, ...args);

/** The same with variables of its own: another timezone, another clock (children/clock.ts, loaded before all else). */
export function startChildIn(env: Record<string, string>, name: string, ...args: string[]): Child {
  const bundle = inject('bundle');
  const file = (child: string) => join(bundle, 'tests/setup/children', `${child}.mjs`);
  return startProcess({ TEST_BUNDLE: bundle, ...env }, name, [
    '--import',
    pathToFileURL(file('clock')).href,
    file(name),
    ...args,
  ]);
}

/** A command of the product itself, as `npm run` starts it: a TypeScript file of scripts/. */
export const startScript = (env: Record<string, string>, name: string, ...args: string[]): Child =>
  startProcess(env, name, [
    '--import',
    'tsx',
    fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url)),
    ...args,
  ]);

function startProcess(env: Record<string, string>, name: string, args: string[]): Child {
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test', ...env },
  });
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  // Written to in the moment in which it was killed.
  child.stdin?.on('error', () => {});
  const lines: string[] = [];
  let rest = '';
  const waiting = new Set<() => void>();
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const look of waiting) look();
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    process: child,
    lines,
    errors: () => errors.join(''),
    exited,
    say: (line) => void child.stdin?.write(`${line}\n`),
    line: (beginning) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(beginning));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void exited.then((code) =>
          reject(new Error(`${name} ended (${code}) before it said ${beginning}.\n${errors.join('')}`)),
        );
      }),
  };
}
