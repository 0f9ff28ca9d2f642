import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface Child {
  /** Asks process.ts for something; resolves with what it says. */
  ask<Answer>(line: string): Promise<Answer>;
  end(): void;
}

/** Another process on the database that the environment names. */
export async function startChild(options: readonly string[] = []): Promise<Child> {
  const script = resolve('scripts/bench/process.ts');
  const child = spawn(process.execPath, [...options, '--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (word: string): Promise<string> => {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const said = String(line.value);
      if (said.startsWith(word)) return said.slice(word.length + 1);
    }
    throw new Error('A process of the benchmark ended.');
  };
  await next('ready');
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      return JSON.parse(await next('done'));
    },
    end: () => child.stdin.end(),
  };
}
