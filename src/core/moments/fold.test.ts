import { describe, expect, it } from 'vitest';
import { foldText } from './fold';

const chinese = (count: number) => '早'.repeat(count);
const narrow = { lines: 6, charsPerLine: 10 };

describe('where a Moment folds', () => {
  it('does not fold six full lines, and folds the seventh', () => {
    expect(foldText(chinese(60), narrow).folded).toBe(false);
    const { folded, shown, lines } = foldText(chinese(61), narrow);
    expect({ folded, shown: shown.length, lines: lines.length }).toEqual({
      folded: true,
      shown: 60,
      lines: 7,
    });
  });

  it('counts the author’s own line breaks, the empty ones too', () => {
    const { folded, shown } = foldText('一\n\n二\n三\n四\n五\n六', narrow);
    expect(folded).toBe(true);
    expect(shown).toBe('一\n\n二\n三\n四\n五');
  });

  it('leaves a text that is not folded exactly as it is', () => {
    const text = ' 早安  {{staff.name}} \n 今天 ';
    expect(foldText(text, narrow)).toMatchObject({ folded: false, shown: text });
  });

  it('gives Latin letters about half the room and does not cut a word', () => {
    expect(foldText('a'.repeat(17), narrow).lines).toHaveLength(1);
    expect(foldText('aaaaaa bbbbbb cccccc', narrow).lines).toEqual(['aaaaaa bbbbbb ', 'cccccc']);
  });

  it('cuts a word that is longer than a line', () => {
    expect(foldText(`https://${'a'.repeat(40)}`, narrow).lines.length).toBeGreaterThan(1);
  });

  it('begins no line with a closing sign', () => {
    expect(foldText(`${chinese(10)}，${chinese(3)}`, narrow).lines).toEqual([`${chinese(10)}，`, chinese(3)]);
  });

  it('counts an emoji of several code points as one sign', () => {
    expect(foldText('👨‍👩‍👧'.repeat(10), narrow).lines).toHaveLength(1);
    expect(foldText('👨‍👩‍👧'.repeat(11), narrow).lines).toHaveLength(2);
  });

  it('loses nothing: the lines hold the whole text', () => {
    const text = '今晚八点，会员日 member day 开始；燕麦棒第二盒半价！\n链接在评论里。';
    expect(foldText(text, narrow).lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});
