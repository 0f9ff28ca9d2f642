import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** One figure with the promise that it is measured against. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | '%' | '×' | '' | 'MB';
  /** What docs promise; null: only told. `value` below it keeps the promise. */
  target: number | null;
  /** What it was measured on. */
  note: string;
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

interface Told {
  target: number | null;
  note?: string;
}

const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const joined = (...notes: readonly string[]): string => notes.filter(Boolean).join('; ');

/** Median, with the 99th percentile and the count in the note. */
export function medianOf(name: string, times: readonly number[], { target, note = '' }: Told): Figure {
  const sorted = inOrder(times);
  const spread = `p99 ${rank(sorted, 0.99).toFixed(1)}, n ${sorted.length}`;
  return { name, value: rank(sorted, 0.5), unit: 'ms', target, note: joined(note, spread) };
}

/** 99th percentile, with the median, the longest and the count in the note. */
export function p99Of(name: string, times: readonly number[], { target, note = '' }: Told): Figure {
  const sorted = inOrder(times);
  const [median, longest] = [0.5, 1].map((share) => rank(sorted, share).toFixed(1));
  const spread = `median ${median}, longest ${longest}, n ${sorted.length}`;
  return { name, value: rank(sorted, 0.99), unit: 'ms', target, note: joined(note, spread) };
}

const line = ({ name, value, unit, target, note }: Figure): string => {
  const figure = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`.padStart(12);
  const promise = target === null ? '' : `< ${target} ${unit}`;
  const kept = target === null ? ' ' : value < target ? '✓' : '✗';
  return `${kept} ${name.padEnd(58)} ${figure}  ${promise.padEnd(10)} ${note}`;
};

export const print = (figures: readonly Figure[]): void => {
  for (const figure of figures) console.log(line(figure));
};

/** Keeps the figures with the machine that they come from. @returns where */
export function keep(root: string, figures: readonly Figure[]): string {
  const directory = join(root, 'bench', 'results');
  mkdirSync(directory, { recursive: true });
  const at = new Date().toISOString();
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '' };
  const file = `${at.replaceAll(':', '-')}.json`;
  writeFileSync(join(directory, file), `${JSON.stringify({ at, machine, figures }, null, 2)}\n`);
  return join('bench', 'results', file);
}
