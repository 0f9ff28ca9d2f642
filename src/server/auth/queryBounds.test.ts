import { describe, expect, it } from 'vitest';
import { authWords } from '../../core/words/auth';
import { refuseGraphql } from './graphqlBounds';
import { allowedOrigins, isForeign } from './origins';
import { refuseQuery } from './queryBounds';

const words = authWords.en;
const refuse = (search: string) => refuseQuery(search, words);

describe('a query of the REST API', () => {
  it.each([
    '',
    '?limit=10&page=2&depth=1&sort=-createdAt',
    '?limit=500',
    '?where[title][like]=%E6%97%A9%E5%AE%89&draft=true&locale=undefined',
    '?where[and][0][or][0][status][equals]=draft&where[and][0][or][1][kind][in][0]=sales',
    '?where[id][in][]=1&where[id][in][]=2',
    '?where[profile.wechatId][exists]=true&select[title]=true',
    '?where={"status":{"in":["draft","approved"]}}',
    '?where[and]=&sort=',
    '?where[or][0][and]=',
    '?from=2026-11-01&to=2026-12-01&feed=3',
    '?where[feeds][contains][name][equals]=x',
  ])('passes %s', (search) => expect(refuse(search)).toBeNull());

  it.each([
    ['limit=0 (everything)', '?limit=0', words.limitRange(500)],
    ['a limit beyond the most', '?limit=501', words.limitRange(500)],
    ['a limit that is no number', '?limit=1e9', words.limitRange(500)],
    ['a negative limit', '?limit=-1', words.limitRange(500)],
    ['a limit as a list', '?limit[]=0', words.limitRange(500)],
    ['a limit of a join', '?joins[posts][limit]=0', words.limitRange(500)],
    ['no pages and no limit', '?pagination=false', words.limitRange(500)],
    ['depth 10', '?depth=10', words.depthRange(3)],
    ['page 0', '?page=0', words.pageRange],
    ['an unknown operator', '?where[email][$ne]=x', words.operatorUnknown('$ne')],
    ['an operator of the database', '?where[email][$regex]=x', words.operatorUnknown('$regex')],
    ['a field that is code', '?where[a%3B--][equals]=x', words.whereForm],
    ['a condition without operator', '?where[email]=x', words.whereForm],
    ['an object for a value', '?where[email][equals][$ne]=x', words.whereForm],
    ['JSON that is not an object', '?where=[', words.whereForm],
    ['an operator in JSON', '?where={"email":{"$gt":""}}', words.operatorUnknown('$gt')],
    ['a long value', `?where[title][like]=${'a'.repeat(2001)}`, words.valueTooLong(2000)],
    ['a sort that is code', '?sort=title);--', words.sortForm],
    ['six sort fields', '?sort=a,b,c,d,e,f', words.sortForm],
    ['a long address', `?x=${'a'.repeat(16 * 1024)}`, words.queryTooLong(16)],
    ['deep nesting', `?where${'[and][0]'.repeat(12)}[title][equals]=x`, words.whereDeep(8)],
    [
      'many conditions',
      `?${Array.from({ length: 101 }, (_, n) => `where[or][${n}][id][equals]=1`).join('&')}`,
      words.whereMany(100),
    ],
  ])('refuses %s', (_, search, sentence) => expect(refuse(search)).toBe(sentence));

  it('lets the admin say "all that I selected" in bulk writes', () => {
    expect(refuseQuery('?limit=0&where[id][in][0]=1', words, { writing: true })).toBeNull();
  });
});

describe('a GraphQL request', () => {
  const ask = (query: string, variables?: object) => refuseGraphql({ query, variables }, words);

  it('passes what a client asks', () => {
    expect(ask('{ Posts(limit: 10) { docs { id title feeds { name } } totalDocs } }')).toBeNull();
    expect(ask('query($n: Int) { Posts(limit: $n) { totalDocs } }', { n: 20 })).toBeNull();
  });

  it.each([
    [
      'aliases by the thousand',
      `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: Posts { totalDocs }`).join(' ')} }`,
    ],
    [
      'twenty-one lists',
      `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: Posts { totalDocs }`).join(' ')} }`,
    ],
    ['depth', `{ Posts ${'{ docs { feeds '.repeat(6)} { name } ${'} }'.repeat(6)} }`],
    [
      'fragments that double',
      `{ Posts { ...f9 } } fragment f0 on P { id } ${Array.from({ length: 9 }, (_, n) => `fragment f${n + 1} on P { ...f${n} a: x { ...f${n} } }`).join(' ')}`,
    ],
    ['limit: 0', '{ Posts(limit: 0) { totalDocs } }'],
    ['no pages', '{ Posts(pagination: false) { totalDocs } }'],
    ['nonsense', '{ Posts('],
  ])('refuses %s', (_, query) => expect(ask(query)).not.toBeNull());

  it('refuses limit: 0 in a variable', () => {
    expect(ask('query($n: Int) { Posts(limit: $n) { totalDocs } }', { n: 0 })).toBe(words.limitRange(500));
  });

  it('refuses a body without a query', () =>
    expect(refuseGraphql({ query: { $ne: 1 } }, words)).not.toBeNull());
});

describe('where a request comes from', () => {
  const origins = allowedOrigins({
    SERVER_URL: 'https://desk.example.com/x',
    PORT: 3000,
    LAN_ORIGINS: ['http://192.168.1.5:3000'],
  });
  const foreign = (method: string, headers: Record<string, string>) =>
    isForeign({ method, headers: new Headers(headers) }, origins);
  const cookie = 'lng=zh; payload-token=abc';

  it('lists SERVER_URL, this machine and the local network', () => {
    expect(origins).toEqual([
      'https://desk.example.com',
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://192.168.1.5:3000',
    ]);
  });

  it.each([
    ['a write from our page', false, 'POST', { cookie, origin: 'http://192.168.1.5:3000' }],
    ['reading from anywhere', false, 'GET', { cookie, origin: 'https://evil.example' }],
    ['a program with a token', false, 'POST', { cookie, authorization: 'JWT x.y.z' }],
    ['a program with a key', false, 'POST', { authorization: 'users API-Key k' }],
    ['a program that signs in', false, 'POST', {}],
    ['a write from a foreign page', true, 'POST', { cookie, origin: 'https://evil.example' }],
    ['a write from a page without origin', true, 'PATCH', { cookie, origin: 'null' }],
    ['a cookie without origin', true, 'DELETE', { cookie }],
    ['a foreign page that signs somebody in', true, 'POST', { origin: 'https://evil.example' }],
    ['a look-alike of our address', true, 'POST', { cookie, origin: 'http://localhost:30001' }],
    ['a scheme that means nothing', true, 'POST', { cookie, authorization: 'Basic x' }],
  ])('%s', (_, expected, method, headers) => expect(foreign(method, headers)).toBe(expected));
});
