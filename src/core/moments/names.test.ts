import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, postingNames, withEnding } from './names';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\win.ini', 'win.ini'],
  ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie x=1.jpg'],
  ['photo\u0000.jpg', 'photo.jpg'],
  ['a%0D%0Ab%22.jpg', 'ab22.jpg'],
  ['\u202Egpj.exe', 'gpj.exe'],
  ['燕麦  能量棒\u200B.png', '燕麦 能量棒.png'],
  ['...hidden', 'hidden'],
  ['<img src=x>"', 'img src=x'],
])('the name %j is shown as %j', (given, shown) => {
  expect(cleanName(given)).toBe(shown);
});

test('a name of 300 characters is cut to 80 and keeps its ending, no character in halves', () => {
  const cut = cleanName(`${'𠮷'.repeat(300)}.jpeg`);
  expect(Array.from(cut)).toHaveLength(80);
  expect(cut.endsWith('𠮷.jpeg')).toBe(true);
});

test('no name, whatever it is, can be a path, a header line or a change of direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanName(name);
      expect(clean).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(clean.startsWith('.')).toBe(false);
      expect(Array.from(clean).length).toBeLessThanOrEqual(80);
    }),
  );
});

test('the ending tells what the file became', () => {
  expect(withEnding('新品.PNG', 'jpg')).toBe('新品.jpg');
  expect(withEnding('', 'jpg')).toBe('file.jpg');
  expect(withEnding('开箱 1.5 斤', 'mp4')).toBe('开箱 1.5 斤.mp4');
});

test('names sort in posting order, also beyond nine', () => {
  const card = { localDate: '2026-11-22', wallTime: '20:00' };
  expect(postingNames([{ ext: 'jpg' }, { ext: 'jpg' }], card)).toEqual([
    '20261122-2000-1.jpg',
    '20261122-2000-2.jpg',
  ]);
  const many = postingNames(
    Array.from({ length: 12 }, () => ({ ext: 'jpg' })),
    card,
  );
  expect([...many].sort()).toEqual(many);
});
