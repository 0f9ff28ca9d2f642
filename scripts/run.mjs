/**
 * Runs a TypeScript command of this folder: `node scripts/run.mjs seed demo`. Reads .env and the kept secret
 * first, as the start does, so that every command works on the same installation.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { loadDotEnv, placesOf } from './lib/environment.mjs';
import { keptSecret } from './lib/secrets.mjs';
import { asksForHelp, usage } from './lib/usage.mjs';

// The command finds its own arguments where it would without this file.
const [name] = process.argv.splice(2, 1);
if (asksForHelp(process.argv.slice(2))) {
  console.log(usage[name]);
  process.exit(0);
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
loadDotEnv(root);
const places = placesOf(root, process.env);
if (!process.env.PAYLOAD_SECRET && places.embedded && existsSync(places.secretFile)) {
  process.env.PAYLOAD_SECRET = keptSecret(places.secretFile);
}

register();
await import(new URL(`./${name}.ts`, import.meta.url).href);
