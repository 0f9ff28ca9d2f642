import { describe, expect, it } from 'vitest';
import { adminWords } from './admin';

/** Every string of the dictionary; functions are called with plain values. */
function* texts(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${path}.${key}`);
  }
}

describe('the words of the admin', () => {
  it('have no Chinese in English', () => {
    expect([...texts(adminWords.en)].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
  it('say everything in Chinese that is not a name or a command', () => {
    const untranslated = [...texts(adminWords.zh)].filter(
      ([path, text]) => text !== '' && !/\p{Script=Han}/u.test(text) && path !== '.product',
    );
    expect(untranslated).toEqual([]);
  });
  it('speaks of audiences as WeChat’s own screen does', () => {
    const tag = { name: '新客', wechatTag: 'A1新客' };
    expect(adminWords.zh.audience('everyone', [])).toBe('公开');
    expect(adminWords.zh.audience('only', [tag])).toBe('部分可见 → 「A1新客」');
    expect(adminWords.zh.audience('except', [tag])).toBe('不给谁看 → 「A1新客」');
  });
});
