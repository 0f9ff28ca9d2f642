import { describe, expect, it } from 'vitest';
import { isUsername, normalUsername, readablePassword, refusePassword } from '.';

describe('names to sign in with', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    [' A-1024 ', 'a-1024'],
  ])('takes %s as %s', (typed, stored) => {
    expect(normalUsername(typed)).toBe(stored);
    expect(isUsername(stored)).toBe(true);
  });

  it.each(['', 'x', 'someone@demo.test', '-x1', 'a b', '小林', 'a'.repeat(33)])('refuses %j', (name) => {
    expect(isUsername(normalUsername(name))).toBe(false);
  });
});

describe('passwords', () => {
  it('counts characters, and refuses the name itself', () => {
    expect(refusePassword('1234567', [])).toBe('short');
    expect(refusePassword('12345678', [])).toBeNull();
    expect(refusePassword('一二三四五六七八', [])).toBeNull();
    expect(refusePassword('x'.repeat(129), [])).toBe('long');
    expect(refusePassword('Staff-0001', ['staff-0001', null])).toBe('is-name');
    expect(refusePassword({ $ne: '' }, [])).toBe('not-text');
    expect(refusePassword(undefined, [])).toBe('missing');
  });

  it('makes one that can be read aloud', () => {
    let next = 0;
    const made = readablePassword((below) => next++ % below);
    expect(made).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/);
    expect(refusePassword(made, [])).toBeNull();
  });
});
