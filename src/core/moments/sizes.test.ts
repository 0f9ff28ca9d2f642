import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitMoments, fitThumb } from './sizes';

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

test('a picture is 1080 wide at most, never enlarged, and keeps its shape', () => {
  expect(fitMoments({ width: 4000, height: 3000 })).toEqual({ width: 1080, height: 810 });
  expect(fitMoments({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
  expect(fitMoments({ width: 2160, height: 20000 })).toEqual({ width: 1080, height: 10000 });
  fc.assert(
    fc.property(sizes, (size) => {
      const out = fitMoments(size);
      expect(out.width).toBeLessThanOrEqual(Math.min(1080, size.width));
      expect(out.height).toBeGreaterThanOrEqual(1);
      expect(Math.abs(out.height - (size.height * out.width) / size.width)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a thumbnail is 320 wide at most and between 1:2 and 2:1', () => {
  expect(fitThumb({ width: 1080, height: 810 })).toEqual({ width: 320, height: 240 });
  expect(fitThumb({ width: 1080, height: 10000 })).toEqual({ width: 320, height: 640 });
  expect(fitThumb({ width: 1080, height: 100 })).toEqual({ width: 200, height: 100 });
  fc.assert(
    fc.property(sizes, (size) => {
      const { width, height } = fitThumb(size);
      expect(width).toBeLessThanOrEqual(Math.min(320, size.width));
      expect(height).toBeLessThanOrEqual(size.height);
      expect(width / height).toBeLessThanOrEqual(2.1);
      expect(height / width).toBeLessThanOrEqual(2.1);
    }),
  );
});
