/**
 * Where WeChat folds a Moment, about. Nobody outside WeChat knows the rule: it folds after some lines, and a
 * line holds what fits the phone. Widths here are those of a system font: a Chinese character, a full-width
 * sign or an emoji is one, a Latin letter or a digit a little more than half. Good enough to write by, a line
 * more or less on a given phone.
 */
export interface FoldOptions {
  /** Lines that stay visible; a setting, because it changes with WeChat's releases. */
  lines: number;
  /** Chinese characters in one line. A phone of 375 points shows about 18 beside the avatar. */
  charsPerLine: number;
}

export const foldDefaults: FoldOptions = { lines: 6, charsPerLine: 18 };

export interface Folded {
  folded: boolean;
  /** What stays visible; the whole text when it is not folded. */
  shown: string;
  /** Every line as the phone breaks it, the hidden ones too. */
  lines: string[];
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f]|\p{Extended_Pictographic}|[\u2018-\u201d\u2026\u2014]/u;
const narrow = /^[iIljtfr.,:;'|!()[\] ]$/;
/** Signs that no line begins with; they hang on the line before. */
const closing = /^[，。！？；：、）】》」』”’…—,.!?;:)\]}%]+$/u;
/** Letters and digits of one word stay together. */
const wordPart = /^[\p{Script=Latin}\p{N}@#&_\-+/.:]+$/u;

const widthOf = (grapheme: string): number => {
  if (wide.test(grapheme)) return 1;
  return narrow.test(grapheme) ? 0.32 : 0.56;
};

interface Piece {
  text: string;
  width: number;
}

/** A line of the author, cut into what may not be broken: words of Latin letters, everything else by itself. */
const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = [];
  let word: Piece | null = null;
  for (const { segment } of graphemes.segment(line)) {
    const width = widthOf(segment);
    if (!wide.test(segment) && wordPart.test(segment)) {
      if (word === null) {
        word = { text: '', width: 0 };
        pieces.push(word);
      }
      word.text += segment;
      word.width += width;
    } else {
      word = null;
      pieces.push({ text: segment, width });
    }
  }
  return pieces;
};

/** A word longer than a line is broken where the line ends. */
const breakLong = (piece: Piece, limit: number): Piece[] => {
  if (piece.width <= limit) return [piece];
  const parts: Piece[] = [];
  let part: Piece = { text: '', width: 0 };
  for (const { segment } of graphemes.segment(piece.text)) {
    const width = widthOf(segment);
    if (part.width + width > limit && part.text !== '') {
      parts.push(part);
      part = { text: '', width: 0 };
    }
    part = { text: part.text + segment, width: part.width + width };
  }
  return [...parts, part];
};

const breakLine = (line: string, limit: number): string[] => {
  const lines: string[] = [];
  let text = '';
  let width = 0;
  for (const piece of piecesOf(line).flatMap((whole) => breakLong(whole, limit))) {
    const fits = width + piece.width <= limit;
    const hangs = closing.test(piece.text) && width <= limit;
    if (!fits && !hangs && text !== '') {
      lines.push(text);
      text = '';
      width = 0;
      // A space at the break is swallowed, as on the phone.
      if (piece.text === ' ') continue;
    }
    text += piece.text;
    width += piece.width;
  }
  return [...lines, text];
};

/** Breaks a text into lines and says what WeChat would show before 全文. */
export const foldText = (text: string, options: FoldOptions = foldDefaults): Folded => {
  const lines: string[] = [];
  let shown = '';
  let folded = false;
  for (const [index, own] of text.split('\n').entries()) {
    for (const [part, line] of breakLine(own, options.charsPerLine).entries()) {
      if (lines.length < options.lines) shown += (part === 0 && index > 0 ? '\n' : '') + line;
      else folded = true;
      lines.push(line);
    }
  }
  return { folded, shown: folded ? shown : text, lines };
};
