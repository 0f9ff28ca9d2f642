/**
 * `npm start`: from a fresh clone to a running product. Plain Node without packages up to the point where
 * they are installed. Each problem that a person can solve ends the start with one sentence.
 */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { loadDotEnv, nodeProblem, placesOf, readPort, wantsDemo } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { lanAddresses, portProblem } from './lib/network.mjs';
import { exitOnSignals, now, run, seconds, tail, withProgress } from './lib/progress.mjs';
import { keepLogins, keptPassword, makePassword } from './lib/secrets.mjs';

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

/** Runs a part of the application, which is TypeScript. What it prints when it fails is meant for people. */
async function application(label, script, args = [], env = process.env) {
  const file = join(root, 'scripts', script);
  const result = await withProgress(label, () =>
    run(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, env }),
  );
  if (result.code !== 0) throw new Refusal(tail(result.stderr || result.output, 20));
  return result.stdout;
}

/** Migrates. @returns whether there is nobody in the database yet. */
async function prepareDatabase() {
  const stdout = await application('Preparing the database', 'prepare.ts');
  // The log writes to the same stream, before and after.
  return JSON.parse(stdout.split('\n').findLast((line) => line.startsWith('{'))).empty;
}

/** A start that was cut off while it loaded the demo team left half of one, and nothing of anybody's. */
function clearHalfLoaded(places) {
  if (!existsSync(places.loadingFile)) return;
  if (!places.embedded) {
    throw new Refusal(
      'An earlier start was cut off while it loaded the demo team: empty the database, delete ' +
        `${shortOf(places.loadingFile)}, and start again.`,
    );
  }
  console.log('  An earlier start was cut off while it loaded the demo team: beginning again.');
  for (const end of ['', '-wal', '-shm']) rmSync(places.databaseFile + end, { force: true });
}

async function loadDemo(places) {
  const given = process.env.SEED_PASSWORD || undefined;
  const password = given ?? keptPassword(places.loginsFile) ?? makePassword();
  // Kept before it is used: it must not be lost when this start is cut off.
  keepLogins(places.loginsFile, demoLogins, given ? undefined : password);
  writeFileSync(places.loadingFile, '');
  await application('Loading the demo team', 'seed.ts', ['demo'], {
    ...process.env,
    SEED_PASSWORD: password,
  });
  rmSync(places.loadingFile);
}

function demoLines({ places, loaded }) {
  if (!existsSync(places.loginsFile)) return [];
  const kept = keptPassword(places.loginsFile);
  const file = shortOf(places.loginsFile);
  let password = 'the one that SEED_PASSWORD had at the first start';
  if (kept)
    password = loaded ? `${kept}   (also in ${file})` : `printed at the first start, and kept in ${file}`;
  return [
    '',
    '  Demo logins:',
    ...demoLogins.map(({ email, role }) => `    ${email.padEnd(18)} ${role}`),
    `    Password: ${password}`,
  ];
}

const onEveryInterface = (host) => !host || host === '0.0.0.0' || host === '::';

async function printWelcome({ port, host, demo, places, loaded, ms }) {
  const local = process.env.SERVER_URL || `http://localhost:${port}`;
  const [lan] = onEveryInterface(host) ? lanAddresses() : [];
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
  if (demo) lines.push(...demoLines({ places, loaded }));
  lines.push('', '  To stop: Ctrl+C', '');
  console.log(lines.join('\n'));
}

async function start() {
  const began = now();
  const tooOld = nodeProblem(process.version);
  if (tooOld) throw new Refusal(tooOld);
  // Relative paths of the environment mean this folder, wherever the command was typed.
  process.chdir(root);
  loadDotEnv(root);
  const { port, problem } = readPort(process.env.PORT);
  if (problem) throw new Refusal(problem);
  const host = process.env.HOST || undefined;
  const inUse = await portProblem(port, host);
  if (inUse) throw new Refusal(inUse);
  const places = placesOf(root, process.env);
  for (const path of [root, places.data, places.media]) ensureWritable(path);

  const leaveSignals = exitOnSignals();
  await ensureInstalled(root);
  await ensureBuilt(root);

  const { prepareEnvironment, serve, stopOnSignals } = await import('./serve.mjs');
  prepareEnvironment({ port });
  const demo = wantsDemo(process.env);
  clearHalfLoaded(places);
  const empty = await prepareDatabase();
  const loaded = demo && empty;
  if (loaded) await loadDemo(places);
  const { close } = await withProgress('Starting the server', () => serve({ port, host }));
  leaveSignals();
  stopOnSignals(close);
  await printWelcome({ port, host, demo, places, loaded, ms: now() - began });
}

start().catch((error) => {
  // Sentences for people as they are; a stack only for what nobody foresaw.
  const foreseen = error instanceof Refusal || error.constructor === Error;
  console.error(foreseen ? `\n${error.message}` : error);
  process.exit(1);
});
