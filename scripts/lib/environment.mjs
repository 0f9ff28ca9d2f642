/**
 * What the plain Node scripts need of the environment before anything is installed: the .env file, the
 * port, and where data lives. Everything else is read and checked by src/server/env.ts.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export const minimumNode = [20, 9];

/** `KEY=value` lines; `#` begins a comment line, quotes around a value are dropped, nothing is expanded. */
export function parseDotEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, key, raw] = match;
    const quoted = /^(["'])(.*)\1$/.exec(raw);
    values[key] = quoted ? quoted[2] : raw.replace(/\s+#.*$/, '');
  }
  return values;
}

/** Adds what .env says to `env` where nothing is set yet. A missing file is fine. */
export function loadDotEnv(root, env = process.env) {
  let text;
  try {
    text = readFileSync(resolve(root, '.env'), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw new Error(`The file .env cannot be read: ${error.message}.`);
  }
  for (const [key, value] of Object.entries(parseDotEnv(text))) env[key] ??= value;
}

/** @returns a sentence when this Node is too old, else undefined. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [needMajor, needMinor] = minimumNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return undefined;
  return `Node ${needMajor}.${needMinor} or later is needed, this is ${version}: install a newer one from nodejs.org.`;
}

/** @returns { port } or { problem } with a sentence. An empty value counts as unset. */
export function readPort(value) {
  const text = (value ?? '').trim() || '3000';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return { port };
  return { problem: `PORT is "${text}", which is not a port: give a whole number from 1 to 65535.` };
}

const defaultDatabase = 'file:./data/moments.db';

/**
 * Where this installation keeps its data. The secret and the demo logins lie beside the SQLite file;
 * with MongoDB they lie in data/ (and the secret has to be given).
 */
export function placesOf(root, env) {
  const url = env.DATABASE_URL || defaultDatabase;
  const embedded = url.startsWith('file:');
  const file = embedded ? resolve(root, url.slice('file:'.length).replace(/^\/\/(?=\/)/, '')) : undefined;
  const data = file ? dirname(file) : resolve(root, 'data');
  return {
    embedded,
    databaseFile: file,
    data,
    media: resolve(root, env.MEDIA_DIR || './data/media'),
    secretFile: resolve(data, 'secret'),
    loginsFile: resolve(data, 'demo-logins.txt'),
    /** There while the demo team is being loaded. */
    loadingFile: resolve(data, 'demo-loading'),
  };
}

/** The demo team is the default only while nobody has named a database. */
export const wantsDemo = (env) => (env.SEED || (env.DATABASE_URL ? 'none' : 'demo')) === 'demo';
