import { describe, expect, it } from 'vitest';
import { diffWords } from './words';

const side = (runs: ReturnType<typeof diffWords>, which: 'before' | 'after') =>
  runs.filter((run) => run.in === 'both' || run.in === which).map(({ text }) => text);

describe('diffWords', () => {
  it('gives each side back whole', () => {
    const [before, after] = ['早安！今天的燕麦粥加了坚果。', '早安！今晚的燕麦粥加了茶。'];
    const runs = diffWords(before, after);
    expect(side(runs, 'before').join('')).toBe(before);
    expect(side(runs, 'after').join('')).toBe(after);
  });
  it('marks only what changed', () => {
    const runs = diffWords('三袋燕麦，一盒坚果', '两袋燕麦，一盒坚果');
    expect(
      runs
        .filter((run) => run.in === 'both')
        .map(({ text }) => text)
        .join(''),
    ).toContain('燕麦，一盒坚果');
    expect(runs.some((run) => run.in === 'before')).toBe(true);
    expect(runs.some((run) => run.in === 'after')).toBe(true);
  });
  it('has one run for equal texts and none for empty ones', () => {
    expect(diffWords('一样', '一样')).toEqual([{ in: 'both', text: '一样' }]);
    expect(diffWords('', '')).toEqual([]);
  });
  it('shows a text that is too long to compare as replaced', () => {
    const long = (word: string) => `${word} `.repeat(3000);
    expect(diffWords(long('a'), long('b')).map((run) => run.in)).toEqual(['before', 'after']);
  });
});
