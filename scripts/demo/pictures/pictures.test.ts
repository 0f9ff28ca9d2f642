import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture, svgOf } from './drawPicture';
import { pictureKeys, pictures } from './specs';
import { charactersOf, glyphCount, hasGlyph, text } from './text';

const drawAll = (): void => {
  for (const key of pictureKeys) pictures[key]();
};

describe('the pictures of the demo', () => {
  it('have an outline for every character, and none to spare', () => {
    const used = charactersOf(drawAll);
    for (const face of ['serif', 'sans'] as const) {
      expect(used[face].filter((char) => !hasGlyph(char, face))).toEqual([]);
      expect(glyphCount(face)).toBe(used[face].length);
    }
  });

  it('say which character has no outline instead of leaving a hole', () => {
    expect(() => text('龘', { x: 0, y: 0, size: 10, fill: '#000' })).toThrow('龘');
  });

  it('keep the outlines under 300 kB', () => {
    expect(statSync(fileURLToPath(new URL('./glyphs.json', import.meta.url))).size).toBeLessThan(300_000);
  });

  it('are at least 40 and all different once drawn, 1080 wide', async () => {
    const hashes = new Set<string>();
    for (const key of pictureKeys) {
      const file = await drawPicture(key);
      hashes.add(createHash('sha256').update(new Uint8Array(file)).digest('hex'));
      const { width, height, format } = await sharp(file).metadata();
      expect([width, format, height === 1080 || height === 1440]).toEqual([1080, 'jpeg', true]);
    }
    expect(pictureKeys.length).toBeGreaterThanOrEqual(40);
    expect(hashes.size).toBe(pictureKeys.length);
  }, 60_000);

  it('use each clip path id once in a picture', () => {
    for (const key of pictureKeys) {
      const ids = svgOf(pictures[key]()).match(/<clipPath id="[^"]+"/g) ?? [];
      expect(new Set(ids).size, key).toBe(ids.length);
    }
  });
});
