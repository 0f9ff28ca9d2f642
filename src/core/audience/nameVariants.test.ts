import { expect, it } from 'vitest';
import { nameVariants } from './nameVariants';

const keys = (...given: unknown[]) => nameVariants(given.map((key) => ({ key }))).map(({ key }) => key);

it('variants without a key get the first free ones, in their order', () => {
  expect(keys('', null, undefined)).toEqual(['v1', 'v2', 'v3']);
  expect(keys(' ', 'v2', 'new', '')).toEqual(['v1', 'v2', 'new', 'v3']);
});
it('keys that were given stay, doubles and all: they are refused in words', () => {
  expect(keys('new', 'new', 'v1')).toEqual(['new', 'new', 'v1']);
});
