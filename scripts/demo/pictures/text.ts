import glyphs from './glyphs.json';

/**
 * Chinese text as outlines: a fresh machine has no Chinese font, and sharp would draw empty boxes.
 * glyphs.json holds, for each face, the characters that the pictures use: advance width and path, 1000 units
 * to the em, y upwards from the baseline.
 */
export type Face = 'serif' | 'sans';
type Glyph = readonly [advance: number, path: string];
const faces: Record<Face, Record<string, Glyph>> = glyphs as unknown as Record<Face, Record<string, Glyph>>;

export interface TextStyle {
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  fill: string;
  face?: Face;
  anchor?: 'start' | 'middle' | 'end';
  /** Extra space between characters, in ems. */
  tracking?: number;
}

/** Set while `charactersOf` runs: then every character is noted, and one without an outline is a blank. */
let notes: Record<Face, Set<string>> | undefined;

/** The characters that a drawing writes, by face. Developers extract exactly these. */
export function charactersOf(draw: () => void): Record<Face, string[]> {
  const noted = { serif: new Set<string>(), sans: new Set<string>() };
  notes = noted;
  try {
    draw();
  } finally {
    notes = undefined;
  }
  return { serif: [...noted.serif].sort(), sans: [...noted.sans].sort() };
}

export const hasGlyph = (char: string, face: Face): boolean => faces[face][char] !== undefined;
export const glyphCount = (face: Face): number => Object.keys(faces[face]).length;

const glyphOf = (char: string, face: Face): Glyph => {
  notes?.[face].add(char);
  const glyph = faces[face][char] ?? (notes ? ([1000, ''] as const) : undefined);
  if (!glyph)
    throw new Error(`No outline for 「${char}」 in ${face}: run scripts/demo/pictures/extractGlyphs.py`);
  return glyph;
};

/** The width of a text in pixels. */
export function textWidth(text: string, size: number, face: Face = 'serif', tracking = 0): number {
  const chars = [...text];
  const units = chars.reduce((sum, char) => sum + glyphOf(char, face)[0] + tracking * 1000, 0);
  return ((units - (chars.length > 0 ? tracking * 1000 : 0)) * size) / 1000;
}

export function text(content: string, style: TextStyle): string {
  const { x, y, size, fill, face = 'serif', anchor = 'start', tracking = 0 } = style;
  const width = textWidth(content, size, face, tracking);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const scale = size / 1000;
  let pen = 0;
  let paths = '';
  for (const char of content) {
    const [advance, path] = glyphOf(char, face);
    if (path) paths += `<path transform="translate(${Math.round(pen)} 0)" d="${path}"/>`;
    pen += advance + tracking * 1000;
  }
  return `<g transform="translate(${left.toFixed(1)} ${y}) scale(${scale} ${-scale})" fill="${fill}">${paths}</g>`;
}

/** Several lines, `leading` in pixels from baseline to baseline. */
export const lines = (contents: readonly string[], style: TextStyle, leading: number): string =>
  contents.map((line, i) => text(line, { ...style, y: style.y + i * leading })).join('');
