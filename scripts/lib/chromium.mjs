/** Finding, or on Debian installing, the browser of the browser tests and fonts that have Chinese. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tail, withProgress } from './progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const debianPackages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return undefined;
}

/**
 * CHROME_PATH, then the browser that Playwright downloaded, then the system's.
 * @param playwrights where Playwright would have put its own
 */
export function findChromium(playwrights, env = process.env) {
  if (env.CHROME_PATH) return existsSync(env.CHROME_PATH) ? env.CHROME_PATH : undefined;
  if (playwrights && existsSync(playwrights)) return playwrights;
  return names.map(onPath).find(Boolean);
}

/** Chromium's sandbox does not work for root; the rest keeps it from calling home or the graphics card. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function hasChineseFont() {
  const { code, stdout } = await run('fc-list', [':lang=zh', 'family']);
  // Without fontconfig (macOS, Windows) there is no way to ask; both come with Chinese fonts.
  return code === 127 ? process.platform !== 'linux' : stdout.trim() !== '';
}

const instructions = `install Chromium and a Chinese font (on Debian or Ubuntu: apt-get install --no-install-recommends ${debianPackages.join(' ')}), or name a browser in CHROME_PATH`;

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages],
  ];
  for (const args of steps) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0)
      throw new Error(
        `The browser tests need a browser, and apt-get failed: ${instructions}.\n${tail(output, 15)}`,
      );
  }
}

/**
 * @returns the path of a Chromium; with it a Chinese font is there too.
 * @throws an Error with one sentence that says what to install.
 */
export async function ensureChromium(playwrights) {
  const ready = async () =>
    findChromium(playwrights) && (await hasChineseFont()) ? findChromium(playwrights) : undefined;
  const found = await ready();
  if (found) return found;
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH)) {
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
  }
  if (!onPath('apt-get') || process.getuid?.() !== 0)
    throw new Error(`The browser tests need a browser: ${instructions}.`);
  await withProgress('Installing Chromium and Chinese fonts from Debian', aptInstall);
  const installed = await ready();
  if (!installed) throw new Error(`The browser tests need a browser: ${instructions}.`);
  return installed;
}
