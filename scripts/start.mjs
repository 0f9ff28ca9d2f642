/**
 * `npm start`: from a fresh clone to a running product. Plain Node without packages up to the point where
 * they are installed. Each problem that a person can solve ends the start with one sentence.
 */
import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { loadDotEnv, nodeProblem, placesOf, readPort, wantsDemo } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { lanAddresses, portProblem } from './lib/network.mjs';
import { now, run, seconds, tail, withProgress } from './lib/progress.mjs';
import { keepPassword, keptPassword, makePassword } from './lib/secrets.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const shortOf = (path) => relative(process.cwd(), path) || '.';

const demoLogins = [
  { email: 'editor@demo.test', role: 'editor 编辑' },
  { email: 'manager@demo.test', role: 'manager 主管' },
  { email: 'staff@demo.test', role: 'staff 员工' },
  { email: 'admin@demo.test', role: 'admin 管理员' },
];

class Refusal extends Error {}

function ensureWritable(path) {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch {
    throw new Refusal(
      `The folder ${path} cannot be written to: give this user the right to, or start as its owner.`,
    );
  }
}

/**
 * Checks the environment, migrates, and fills an empty database with the demo team. One child process does
 * it, because the application is TypeScript. It ends with a line of JSON: { seeded: boolean }.
 */
async function prepareDatabase({ demo, places }) {
  const kept = keptPassword(places.loginsFile);
  const given = process.env.SEED_PASSWORD || undefined;
  const password = given ?? kept ?? makePassword();
  // Kept before it is used: a start that is cut off while seeding goes on with the same password.
  const madeNow = demo && !given && !kept;
  if (madeNow) keepPassword(places.loginsFile, password, demoLogins);

  const args = ['--import', 'tsx', join(root, 'scripts', 'prepare.ts'), ...(demo ? ['--demo'] : [])];
  const env = { ...process.env, ...(demo ? { SEED_PASSWORD: password } : {}) };
  const result = await withProgress('Preparing the database', () =>
    run(process.execPath, args, { cwd: root, env }),
  );
  if (result.code !== 0) {
    if (madeNow) rmSync(places.loginsFile, { force: true });
    throw new Refusal(tail(result.output, 20));
  }
  const { seeded } = JSON.parse(result.stdout.trim().split('\n').at(-1));
  if (!seeded && madeNow) rmSync(places.loginsFile, { force: true });
  return { seeded, password: given ? undefined : password };
}

async function printWelcome({ port, demo, places, seeded, password, ms }) {
  const local = process.env.SERVER_URL || `http://localhost:${port}`;
  const [lan] = lanAddresses();
  const phone = process.env.SERVER_URL || (lan && `http://${lan}:${port}`);
  const lines = [
    '',
    `Moments Desk is running (started in ${seconds(ms)}).`,
    '',
    `  Admin 后台      ${local}/admin`,
    `  Desk 今日发圈   ${local}/desk`,
  ];
  if (phone) {
    const { renderUnicodeCompact } = await import('uqr');
    const code = renderUnicodeCompact(`${phone}/desk`, { border: 2 });
    lines.push(`  On a phone in the same network  ${phone}/desk`, '', code.replace(/^/gm, '    '));
  }
  if (demo && (seeded || process.env.SEED_PASSWORD || keptPassword(places.loginsFile))) {
    lines.push(
      '',
      '  Demo logins:',
      ...demoLogins.map(({ email, role }) => `    ${email.padEnd(18)} ${role}`),
    );
    if (!password) lines.push('    Password: the one in SEED_PASSWORD.');
    else if (seeded) lines.push(`    Password: ${password}   (also in ${shortOf(places.loginsFile)})`);
    else lines.push(`    Password: printed at the first start, and kept in ${shortOf(places.loginsFile)}.`);
  }
  lines.push('', '  To stop: Ctrl+C', '');
  console.log(lines.join('\n'));
}

async function start() {
  const began = now();
  const tooOld = nodeProblem(process.version);
  if (tooOld) throw new Refusal(tooOld);
  loadDotEnv(root);
  const { port, problem } = readPort(process.env.PORT);
  if (problem) throw new Refusal(problem);
  const host = process.env.HOST || undefined;
  const inUse = await portProblem(port, host);
  if (inUse) throw new Refusal(inUse);
  const places = placesOf(root, process.env);
  for (const path of [root, places.data, places.media]) ensureWritable(path);

  await ensureInstalled(root);
  await ensureBuilt(root);

  const { prepareEnvironment, serve, stopOnSignals } = await import('./serve.mjs');
  prepareEnvironment({ port });
  const demo = wantsDemo(process.env);
  const prepared = await prepareDatabase({ demo, places });
  const { close } = await withProgress('Starting the server', () => serve({ port, host }));
  stopOnSignals(close);
  await printWelcome({ port, demo, places, ...prepared, ms: now() - began });
}

start().catch((error) => {
  // Sentences for people as they are; a stack only for what nobody foresaw.
  const foreseen = error instanceof Refusal || error.constructor === Error;
  console.error(foreseen ? `\n${error.message}` : error);
  process.exit(1);
});
