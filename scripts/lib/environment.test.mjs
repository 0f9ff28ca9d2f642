import { describe, expect, it } from 'vitest';
import { nodeProblem, parseDotEnv, placesOf, readPort, wantsDemo } from './environment.mjs';

describe('.env', () => {
  it('reads assignments, quotes and comments, and expands nothing', () => {
    const text = '# PORT=1\nPORT=4000 # here\nA="b # c"\r\n export B=\'$A\'\nnonsense\nC=\n';
    expect(parseDotEnv(text)).toEqual({ PORT: '4000', A: 'b # c', B: '$A', C: '' });
  });
});

describe('the port', () => {
  it('is 3000 when nobody says otherwise', () => {
    expect(readPort(undefined)).toEqual({ port: 3000 });
    expect(readPort(' ')).toEqual({ port: 3000 });
  });

  it.each(['0', '65536', '-1', '80.5', '0x50', 'abc', '1e3'])('cannot be %s', (value) => {
    expect(readPort(value).problem).toContain(value);
  });
});

describe('the version of Node', () => {
  it.each(['v20.9.0', 'v20.20.2', 'v22.0.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });
  it.each(['v20.8.9', 'v18.20.0', 'v4.0.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toContain(version);
  });
});

describe('places', () => {
  it('lie below data/ by default', () => {
    expect(placesOf('/app', {})).toEqual({
      embedded: true,
      databaseFile: '/app/data/moments.db',
      data: '/app/data',
      media: '/app/data/media',
      secretFile: '/app/data/secret',
      loginsFile: '/app/data/demo-logins.txt',
      loadingFile: '/app/data/demo-loading',
    });
  });

  it('follow the SQLite file', () => {
    expect(placesOf('/app', { DATABASE_URL: 'file:/var/desk/x.db' }).secretFile).toBe('/var/desk/secret');
    expect(placesOf('/app', { DATABASE_URL: 'file:///var/desk/x.db' }).secretFile).toBe('/var/desk/secret');
  });

  it('with MongoDB are data/, and no secret is made', () => {
    expect(placesOf('/app', { DATABASE_URL: 'mongodb://h/d' })).toMatchObject({
      embedded: false,
      data: '/app/data',
    });
  });
});

describe('the demo team', () => {
  it('comes by itself only while nobody names a database', () => {
    expect(wantsDemo({})).toBe(true);
    expect(wantsDemo({ DATABASE_URL: 'mongodb://h/d' })).toBe(false);
    expect(wantsDemo({ DATABASE_URL: 'mongodb://h/d', SEED: 'demo' })).toBe(true);
    expect(wantsDemo({ SEED: 'none' })).toBe(false);
  });
});
