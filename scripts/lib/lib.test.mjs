import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBuilt, stampBuild } from './build.mjs';
import { installedMatches } from './install.mjs';
import { lanAddresses, portProblem } from './network.mjs';
import { run } from './progress.mjs';
import { closingLine, playwrightCounts, total, vitestCounts } from './results.mjs';
import { keepLogins, keptPassword, keptSecret, makePassword } from './secrets.mjs';
import { fingerprint } from './sources.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moments-lib-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b-win32': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };
  const a = lock.packages['node_modules/a'];

  it('matches the lock file, packages for other platforms apart', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/a': a } })).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['a package is missing', { packages: {} }],
    ['a package is of another version', { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } }],
    ['a package has other contents', { packages: { 'node_modules/a': { ...a, integrity: 'z' } } }],
    [
      'a package is there that the lock does not name',
      { packages: { 'node_modules/a': a, 'node_modules/c': a } },
    ],
  ])('does not when %s', (_, installed) => {
    expect(installedMatches(lock, installed)).toBe(false);
  });
});

describe('the fingerprint of the sources', () => {
  const write = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('changes with any source, its name or its content, and with nothing else', () => {
    write('src/a.ts', '1');
    const first = fingerprint(folder);
    write('src/a.test.ts', 'a test');
    write('public/desk/desk.js', 'made by the build');
    write('data/moments.db', 'data');
    expect(fingerprint(folder)).toBe(first);
    write('src/a.ts', '2');
    expect(fingerprint(folder)).not.toBe(first);
    write('src/a.ts', '1');
    expect(fingerprint(folder)).toBe(first);
    write('collections/posts/index.ts', '');
    expect(fingerprint(folder)).not.toBe(first);
  });

  it('decides whether a build is current', () => {
    write('src/a.ts', '1');
    mkdirSync(join(folder, '.next'));
    expect(isBuilt(folder)).toBe(false);
    stampBuild(folder, fingerprint(folder));
    expect(isBuilt(folder), 'the desk is gone').toBe(false);
    write('public/desk/sizes.json', '{}');
    expect(isBuilt(folder)).toBe(true);
    write('src/a.ts', '2');
    expect(isBuilt(folder)).toBe(false);
  });
});

describe('the secret', () => {
  it('is made once, kept for its owner only, and long', () => {
    const path = join(folder, 'data', 'secret');
    const secret = keptSecret(path);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keptSecret(path)).toBe(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that was cut short is refused rather than used', () => {
    writeFileSync(join(folder, 'secret'), 'abc\n');
    expect(() => keptSecret(join(folder, 'secret'))).toThrow(/too short/);
  });
});

describe('the demo password', () => {
  it('is read back from where it was kept, for its owner only', () => {
    const path = join(folder, 'demo-logins.txt');
    expect(keptPassword(path)).toBeUndefined();
    const logins = [{ email: 'a@demo.test', role: 'admin' }];
    const password = makePassword();
    keepLogins(path, logins, password);
    expect(keptPassword(path)).toBe(password);
    keepLogins(path, logins, undefined);
    expect(keptPassword(path)).toBeUndefined();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is another one each time', () => {
    expect(makePassword()).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(makePassword()).not.toBe(makePassword());
  });
});

describe('addresses in the local network', () => {
  const v4 = (address, internal = false) => ({ family: 'IPv4', address, internal });

  it('begin with the one that a phone can reach', () => {
    const interfaces = {
      lo: [v4('127.0.0.1', true)],
      docker0: [v4('172.17.0.1')],
      eth1: [v4('203.0.113.5')],
      wlan0: [{ family: 'IPv6', address: 'fe80::1', internal: false }, v4('192.168.1.20')],
      usb0: [v4('169.254.3.4')],
    };
    expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '203.0.113.5', '172.17.0.1']);
  });
});

describe('a port', () => {
  it('that somebody else has is reported in a sentence', async () => {
    const other = createServer();
    await new Promise((done) => other.listen(0, done));
    const { port } = other.address();
    expect(await portProblem(port)).toContain(`Port ${port} is in use`);
    await new Promise((done) => other.close(done));
    expect(await portProblem(port)).toBeUndefined();
  });
});

/** One that has ended and that nobody has waited for yet is not alive. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('running a command', () => {
  it('keeps its output and its code', async () => {
    const result = await run(process.execPath, [
      '-e',
      'console.log("out");console.error("err");process.exit(3)',
    ]);
    expect(result).toMatchObject({ code: 3, stdout: 'out\n' });
    expect(result.output).toContain('err');
  });

  it('that does not exist has code 127', async () => {
    expect((await run(join(folder, 'none'), [])).code).toBe(127);
  });

  it('ends it and its own children when this process ends', async () => {
    const pidFile = join(folder, 'pid');
    const parent = join(folder, 'parent.mjs');
    const lib = new URL('./progress.mjs', import.meta.url).href;
    writeFileSync(
      parent,
      `import { existsSync } from 'node:fs';
       import { run } from '${lib}';
       run('sh', ['-c', 'sleep 60 & echo $! > ${pidFile}.new; mv ${pidFile}.new ${pidFile}; wait']);
       setInterval(() => existsSync('${pidFile}') && process.exit(0), 20);`,
    );
    expect((await run(process.execPath, [parent])).code).toBe(0);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  it('counts one that was killed as failed', async () => {
    expect((await run(process.execPath, ['-e', 'process.kill(process.pid)'])).code).not.toBe(0);
  });
});

describe('counting tests', () => {
  it('adds up and closes with one line', () => {
    const counts = total([
      vitestCounts({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, testResults: [] }),
      playwrightCounts({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } }),
    ]);
    expect(closingLine(counts, false)).toBe('7 passed, 0 failed, 1 skipped');
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 }, true)).toBe('3 passed, 1 failed');
    expect(closingLine({ passed: 3, failed: 2, skipped: 0 }, true)).toBe('3 passed, 2 failed');
  });

  it('takes a file that cannot be loaded and a test that passed only when tried again for failures', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(vitestCounts({ numPassedTests: 1, testResults: [broken] }).failed).toBe(1);
    expect(playwrightCounts({ stats: { expected: 1, flaky: 1 } }).failed).toBe(1);
    expect(playwrightCounts({ stats: {}, errors: [{}] }).failed).toBe(1);
  });
});
