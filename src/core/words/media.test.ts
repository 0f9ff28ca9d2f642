import { expect, test } from 'vitest';
import type { MediaRefusal, MediaRefusalCode } from '../moments';
import { mediaWords } from './media';

const one: Record<MediaRefusalCode, MediaRefusal> = {
  empty: { code: 'empty' },
  missing: { code: 'missing' },
  'not-an-image': { code: 'not-an-image' },
  svg: { code: 'svg' },
  html: { code: 'html' },
  heic: { code: 'heic' },
  'video-format': { code: 'video-format' },
  'image-too-large': { code: 'image-too-large', limitBytes: 20 * 1024 * 1024 },
  'video-too-large': { code: 'video-too-large', limitBytes: 25 * 1024 * 1024 },
  'too-many-pixels': { code: 'too-many-pixels', width: 30000, height: 30000, limitPixels: 50_000_000 },
  'too-long': { code: 'too-long', width: 100, height: 9000, limit: 20 },
  damaged: { code: 'damaged' },
  'too-slow': { code: 'too-slow' },
  busy: { code: 'busy' },
  storage: { code: 'storage' },
};

test.each(Object.values(one))('the refusal $code is a sentence of its own in both languages', (reason) => {
  const zh = mediaWords.zh.refused(reason);
  const en = mediaWords.en.refused(reason);
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(en).toMatch(/^[A-Z].*\.$/);
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
});

test('no two refusals share a sentence', () => {
  const all = Object.values(one).map((reason) => mediaWords.zh.refused(reason));
  expect(new Set(all).size).toBe(all.length);
});

test('a refused HEIC says how to get a JPEG', () => {
  expect(mediaWords.zh.refused(one.heic)).toMatch(/兼容性最佳.*文件传输助手/);
  expect(mediaWords.en.refused(one.heic)).toMatch(/Most Compatible.*File Transfer/);
});

test('numbers are in the sentence', () => {
  expect(mediaWords.zh.refused(one['too-many-pixels'])).toContain('30000 × 30000');
  expect(mediaWords.en.refused(one['image-too-large'])).toContain('20 MB');
});
