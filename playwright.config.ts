import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/lib/chromium.mjs';

/**
 * This file is read once more by each worker: what is decided here (a free port, a fresh folder for the
 * server's data) goes through the environment, which workers inherit.
 */
function once(name: string, decide: () => string): string {
  const value = process.env[name] ?? decide();
  process.env[name] = value;
  return value;
}

const freePort = () =>
  execFileSync(
    process.execPath,
    [
      '-e',
      "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})",
    ],
    { encoding: 'utf8' },
  ).trim();

const port = once('E2E_PORT', freePort);
const data = once('E2E_DATA', () => {
  const results = resolve('test-results');
  mkdirSync(results, { recursive: true });
  return mkdtempSync(join(results, 'server-'));
});
const password = once('E2E_PASSWORD', () => 'e2e-demo-password');
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One server and one demo team: journeys take their turns.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(chromium.executablePath()), args: chromiumArgs },
  },
  // A journey plays on both unless its name says otherwise.
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
      testIgnore: '**/*.phone.spec.ts',
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
      testIgnore: '**/*.desktop.spec.ts',
    },
  ],
  webServer: {
    // The command that people use, with a database of its own.
    command: 'node scripts/start.mjs',
    url: `${baseURL}/desk`,
    timeout: 240_000,
    stdout: 'ignore',
    stderr: 'pipe',
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: port,
      DATABASE_URL: `file:${join(data, 'moments.db')}`,
      MEDIA_DIR: join(data, 'media'),
      SEED: 'demo',
      // Empty is unset, also against what a .env says.
      PAYLOAD_SECRET: '',
      SERVER_URL: '',
      HOST: '',
      SCHEDULER: 'on',
      TRUST_PROXY: '0',
      SEED_PASSWORD: password,
      TZ: 'UTC',
    },
  },
});
