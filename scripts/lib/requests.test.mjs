import { describe, expect, it } from 'vitest';
import {
  allowedOrigins,
  bodyLimit,
  cleanHeaders,
  languageOf,
  maxBodyBytes,
  maxUploadBytes,
  maxUrlLength,
  refuse,
  securityHeaders,
} from './requests.mjs';

const origins = allowedOrigins({
  port: 3000,
  serverUrl: 'https://desk.example.com/x',
  addresses: ['192.168.1.20'],
});
const session = 'other=1; payload-token=abc';
const ask = (over) => refuse({ method: 'POST', url: '/api/posts', headers: {}, origins, ...over });

describe('allowed origins', () => {
  it('are those under which pages are served, ports included', () => {
    expect(origins).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://192.168.1.20:3000',
      'https://desk.example.com',
    ]);
  });
});

describe('a request with the session cookie that may change something', () => {
  it.each(origins)('is let through from a page of %s', (origin) => {
    expect(ask({ headers: { cookie: session, origin } })).toBeUndefined();
  });

  it.each([
    undefined,
    'null',
    '',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://192.168.1.20',
    'https://desk.example.com.evil.test',
    'https://evil.test',
  ])('is refused when its origin is %s', (origin) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
      expect(ask({ method, headers: { cookie: session, origin } })?.status).toBe(403);
    }
  });

  it('is refused on every path, not only the API', () => {
    expect(ask({ url: '/admin', headers: { cookie: session } })?.status).toBe(403);
  });

  it('is let through when it signs in by header, or only reads', () => {
    expect(ask({ headers: { cookie: session, authorization: 'JWT abc' } })).toBeUndefined();
    expect(ask({ method: 'GET', headers: { cookie: session, origin: 'https://evil.test' } })).toBeUndefined();
  });

  it('takes no other cookie for the session', () => {
    expect(ask({ headers: { cookie: 'not-payload-token=1; xpayload-token=2' } })).toBeUndefined();
  });
});

describe('sizes', () => {
  it('bounds uploads and everything else apart', () => {
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    const json = { 'content-type': 'application/json' };
    expect(bodyLimit(multipart)).toBe(maxUploadBytes);
    expect(bodyLimit(json)).toBe(maxBodyBytes);
    expect(bodyLimit({ 'content-type': 'text/plain; x=multipart/form-data' })).toBe(maxBodyBytes);
    for (const [headers, limit] of [
      [multipart, maxUploadBytes],
      [json, maxBodyBytes],
    ]) {
      expect(ask({ headers: { ...headers, 'content-length': String(limit) } })).toBeUndefined();
      expect(ask({ headers: { ...headers, 'content-length': String(limit + 1) } })?.status).toBe(413);
    }
  });

  it('refuses an address over the limit', () => {
    const url = '/'.padEnd(maxUrlLength, 'a');
    expect(ask({ url })).toBeUndefined();
    expect(ask({ url: `${url}a` })?.status).toBe(414);
    for (const bad of ['/admin/%ff', '/api/posts/%', '/%c3'])
      expect(ask({ url: bad })).toMatchObject({ status: 400, body: expect.stringContaining('没有这个地址') });
    expect(ask({ url: '/admin/%E7%99%BD?q=%ff' })).toBeUndefined();
  });
});

describe('a refusal', () => {
  it("has Payload's shape and the language of its reader", () => {
    const { body } = ask({ headers: { cookie: session, 'accept-language': 'en-US,zh;q=0.5' } });
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.stringContaining('refused') }] });
    expect(JSON.parse(ask({ headers: { cookie: session } }).body).errors[0].message).toContain('已拒绝');
  });

  it('prefers the language chosen on a page', () => {
    expect(languageOf({ cookie: 'a=1; payload-lng=en', 'accept-language': 'zh-CN' })).toBe('en');
    expect(languageOf({ 'accept-language': 'fr, zh;q=0.5, en;q=0.1' })).toBe('zh');
    expect(languageOf({})).toBe('zh');
  });
});

describe('headers on the way in', () => {
  const forged = () => ({
    'x-forwarded-for': '1.1.1.1',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    forwarded: 'for=1.1.1.1',
    'x-real-ip': '1.1.1.1',
    'x-middleware-subrequest': 'middleware:middleware',
    'x-invoke-path': '/admin',
    'x-matched-path': '/admin',
    'x-nextjs-data': '1',
    cookie: 'a=1',
    'next-action': 'abc',
  });

  it('lose what a client can forge, and get the address of the peer', () => {
    const headers = forged();
    cleanHeaders(headers, { method: 'POST', peer: '::ffff:192.168.1.9', trustProxy: false });
    expect(headers).toEqual({ cookie: 'a=1', 'next-action': 'abc', 'x-forwarded-for': '192.168.1.9' });
  });

  it('keep what a trusted proxy says, but nothing of Next', () => {
    const headers = forged();
    cleanHeaders(headers, { method: 'POST', peer: '10.0.0.1', trustProxy: true });
    expect(headers['x-forwarded-for']).toBe('1.1.1.1');
    expect(headers['x-forwarded-proto']).toBe('https');
    expect(headers['x-middleware-subrequest']).toBeUndefined();
    expect(headers['x-invoke-path']).toBeUndefined();
  });

  it('let a phone read over plain http, where browsers do not say which site asks', () => {
    const clean = (method, headers) => {
      cleanHeaders(headers, { method, peer: '10.0.0.1', trustProxy: false });
      return headers['sec-fetch-site'];
    };
    expect(clean('GET', {})).toBe('none');
    expect(clean('GET', { 'sec-fetch-site': 'cross-site' })).toBe('cross-site');
    expect(clean('GET', { origin: 'https://evil.test' })).toBeUndefined();
    expect(clean('POST', {})).toBeUndefined();
  });
});

describe('headers on every answer', () => {
  it('promise https only where it is served', () => {
    expect(securityHeaders({ https: false })).not.toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ https: true })).toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ https: false })).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
    });
  });
});
