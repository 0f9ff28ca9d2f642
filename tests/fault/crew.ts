import type { Payload } from 'payload';
import { inject } from 'vitest';
import type { LogId } from '@/core/model';
import { loadFeeds } from '@/server/posts/references';
import type { Made } from '../builders/team';
import { type Child, startChildIn } from '../setup/child';

/** A scheduler in a process of its own (tests/setup/children/schedule.ts), and what it says. */
export interface Scheduler {
  child: Child;
  ready: Promise<string>;
}

export interface SchedulerOptions {
  /** Also on a database that the product refuses. */
  anyway?: boolean;
  /** Its clocks and its timezone. */
  env?: Record<string, string>;
}

/**
 * Between processes the stand-in for MongoDB loses what is written beside a transaction (standInTurns.ts). A
 * pass inserts and updates without one; the check at the start does not, so it is left out there.
 */
const onStandIn = (url: string): boolean => !url.startsWith('file:') && !process.env.TEST_MONGODB_URL;

export function startScheduler(url: string, { anyway, env = {} }: SchedulerOptions = {}): Scheduler {
  const more = anyway || onStandIn(url) ? ['anyway'] : [];
  const child = startChildIn(env, 'schedule', url, inject('runDirectory'), ...more);
  const ready = child.line('ready').catch(() => {
    throw new Error(`A scheduler did not start: ${child.lines.join(' ')} ${child.errors()}`);
  });
  ready.catch(() => {});
  return { child, ready };
}

export const startSchedulers = async (
  count: number,
  url: string,
  options?: SchedulerOptions,
): Promise<Scheduler[]> => {
  const crew = Array.from({ length: count }, () => startScheduler(url, options));
  await Promise.all(crew.map(({ ready }) => ready));
  return crew;
};

export async function killAll(crew: readonly Scheduler[]): Promise<void> {
  for (const { child } of crew) child.process.kill('SIGKILL');
  await Promise.all(crew.map(({ child }) => child.exited));
}

/** The next line that begins so; what was said before is forgotten. Undefined when it ends without. */
export async function hear({ child }: Scheduler, beginning: string): Promise<string | undefined> {
  const line = await Promise.race([
    child.line(beginning).catch(() => undefined),
    child.exited.then(() => undefined),
  ]);
  child.lines.splice(0, child.lines.indexOf(line ?? '') + 1);
  return line;
}

/** Gives an order and waits for its answer. */
export async function order(scheduler: Scheduler, line: string, answer: string): Promise<string> {
  const heard = hear(scheduler, answer);
  scheduler.child.say(line);
  const said = await heard;
  if (said === undefined) throw new Error(`No answer to ${line}: ${scheduler.child.errors()}`);
  return said;
}

/** Makes its passes at this instant, to the end. @returns the lines that it said meanwhile */
export async function go({ child }: Scheduler, now: number): Promise<string[]> {
  child.lines.length = 0;
  child.say(`go ${now}`);
  await child.line(`done ${now} `);
  return child.lines.splice(0);
}

/** The log that a feed releases into. */
export async function logOf(payload: Payload, feed: Made): Promise<LogId> {
  const found = [...(await loadFeeds(payload)).values()].find(({ id }) => id === String(feed.id));
  if (!found) throw new Error('The feed is gone.');
  return found.log;
}
