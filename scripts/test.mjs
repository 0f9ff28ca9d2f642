/**
 * `npm test`: everything that has to hold, from a fresh clone. The cheap steps come first; one that fails ends
 * the run with its output. The last line is alone on its line: `123 passed, 0 failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './lib/chromium.mjs';
import { nodeProblem } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { exitOnSignals, now, run, seconds, withProgress } from './lib/progress.mjs';
import { closingLine, playwrightCounts, total, vitestCounts } from './lib/results.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** What a developer's shell or .env says must not change what is tested. */
const ours = [
  'DATABASE_URL',
  'PAYLOAD_SECRET',
  'PORT',
  'HOST',
  'SERVER_URL',
  'MEDIA_DIR',
  'SCHEDULER',
  'SEED',
  'SEED_PASSWORD',
  'TRUST_PROXY',
  'LAN_ORIGINS',
  'SMTP_URL',
  'MAIL_FROM',
  'WECOM_ROBOT_URL',
  'DINGTALK_ROBOT_URL',
  'DINGTALK_ROBOT_SECRET',
  'NODE_ENV',
];

function environment(more = {}) {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
    FORCE_COLOR: '0',
  };
  for (const name of ours) delete env[name];
  return { ...env, ...more };
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const command = (name, file, args, env) => ({
  name,
  run: () => run(file, args, { cwd: root, env: environment(env) }),
});

/** A vitest project, or a part of it. The report tells the counts. */
function vitest(name, key, args, env) {
  const report = join(results, `${key}.json`);
  const all = ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    ...command(name, bin('vitest'), all, env),
    counts: () => {
      const read = readJson(report);
      return read && vitestCounts(read);
    },
  };
}

const browserReport = join(results, 'e2e.json');

/** Steps in groups: a group begins when the one before has passed; within it two run at a time. */
const groups = (chromium) => [
  // Alone: it writes generated files anew and puts them back.
  [
    command('generated files are current', process.execPath, [
      '--import',
      'tsx',
      'scripts/check-generated.ts',
    ]),
  ],
  [
    command('types', bin('tsc'), ['--noEmit', '-p', '.']),
    command('unused code', bin('knip'), ['--no-progress']),
    command('lint and format', bin('biome'), ['check', '--error-on-warnings', '.']),
    command('import rules', bin('depcruise'), [
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'collections',
      'payload.config.ts',
    ]),
  ],
  [vitest('unit tests', 'unit', ['--project', 'unit'])],
  [
    vitest('core in New York', 'unit-new-york', ['--project', 'unit', 'src/core'], {
      TZ: 'America/New_York',
    }),
  ],
  [vitest('laboratory', 'lab', ['--project', 'lab'])],
  [vitest('integration tests', 'int', ['--project', 'int'])],
  [vitest('fault tests', 'fault', ['--project', 'fault'])],
  [command('build', process.execPath, ['scripts/build.mjs'])],
  [
    {
      ...command('browser tests', bin('playwright'), ['test'], {
        CHROME_PATH: chromium,
        E2E_REPORT: browserReport,
      }),
      counts: () => {
        const read = readJson(browserReport);
        return read && playwrightCounts(read);
      },
    },
  ],
];

async function runStep(step) {
  const { code, output, ms } = await step.run();
  const counts = step.counts?.();
  // No report means that the runner itself did not get to its end.
  const ok =
    code === 0 && (!step.counts || (counts !== undefined && counts.passed > 0 && counts.failed === 0));
  return { name: step.name, ok, ms, counts, output };
}

/** Runs a group, two at a time. @returns the results in the order of the steps. */
async function runGroup(group) {
  const waiting = group.entries();
  const results = [];
  const lane = async () => {
    for (const [at, step] of waiting) results[at] = await runStep(step);
  };
  await withProgress(group.map(({ name }) => name).join(', '), () => Promise.all([lane(), lane()]));
  return results;
}

function table(done) {
  const width = Math.max(...done.map(({ name }) => name.length));
  return done.map(({ name, ok, ms, counts }) => {
    const tests = counts ? `  ${counts.passed} passed, ${counts.failed} failed in this step` : '';
    return `  ${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${seconds(ms).padStart(7)}${tests}`;
  });
}

async function main() {
  const tooOld = nodeProblem(process.version);
  if (tooOld) throw new Error(tooOld);
  const began = now();
  exitOnSignals();
  await ensureInstalled(root);
  const { chromium: playwright } = await import('@playwright/test');
  const chromium = await ensureChromium(playwright.executablePath());
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const done = [];
  for (const group of groups(chromium)) {
    done.push(...(await runGroup(group)));
    const wrong = done.filter(({ ok }) => !ok);
    for (const { name, output } of wrong) {
      console.log(`\n${output.trimEnd()}\n\nThis step failed: ${name}`);
    }
    if (wrong.length > 0) break;
  }
  const failed = done.some(({ ok }) => !ok);
  console.log(['', ...table(done), `  ${seconds(now() - began)} in all`, ''].join('\n'));
  console.log(closingLine(total(done.flatMap(({ counts }) => counts ?? [])), failed));
  process.exit(failed ? 1 : 0);
}

main().catch((error) => {
  console.error(`\n${error.constructor === Error ? error.message : error.stack}\n`);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
