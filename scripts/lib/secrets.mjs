/** The secret and the demo password that a first start makes up. Both files are for their owner only. */
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ownerOnly = 0o600;

function keep(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  // `wx`: of two starts at once one makes the file, the other reads it.
  writeFileSync(path, text, { mode: ownerOnly, flag: 'wx' });
}

/** Reads the secret that signs sessions, or makes one. Losing it signs everybody out, nothing else. */
export function keptSecret(path) {
  if (!existsSync(path)) {
    try {
      keep(path, `${randomBytes(32).toString('hex')}\n`);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length >= 16) return secret;
  throw new Error(`The secret in ${path} is too short: delete the file and start again.`);
}

/** Without 0, o, 1, l and i: it is read from a screen and typed on a phone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve characters in three groups: 59 bits. */
export function makePassword() {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

const passwordLine = /^password: (\S+)$/m;

/** The password kept at the first start, if there is one. */
export function keptPassword(path) {
  try {
    return passwordLine.exec(readFileSync(path, 'utf8'))?.[1];
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the logins down; without `password`, which the operator knows, those alone. */
export function keepLogins(path, logins, password) {
  const lines = logins.map(({ email, role }) => `${email}  ${role}`);
  const end = password ? `\npassword: ${password}\n` : '';
  rmSync(path, { force: true });
  keep(path, `The demo team's logins, all with one password.\n\n${lines.join('\n')}\n${end}`);
}
