import { expect, test } from 'vitest';
import { aBomb, aJpeg, anMp4, anSvg } from '../../tests/builders/files';
import { mediaLimits, uploadLimits } from './limits';
import { prepareUpload } from './prepareUpload';

test('a picture becomes a JPEG under its own hash, whatever it was called', async () => {
  const made = await prepareUpload(await aJpeg(), '../../\u202Epage.html');
  if (!made.ok) throw new Error(made.reason.code);
  expect(made.file).toMatchObject({
    kind: 'image',
    ext: 'jpg',
    mimeType: 'image/jpeg',
    originalName: 'page.jpg',
  });
  expect(made.file.sha).toMatch(/^[0-9a-f]{64}$/);
  expect(made.file.thumb?.width).toBe(320);
});

test('a video called .jpg is a video', async () => {
  const made = await prepareUpload(anMp4(), '开箱.jpg');
  expect(made.ok && made.file).toMatchObject({
    kind: 'video',
    ext: 'mp4',
    originalName: '开箱.mp4',
    thumb: null,
  });
});

test('when more wait than memory allows, the rest is told to come again, and those who wait are served', async () => {
  const file = await aJpeg(2000, 2000);
  const made = await Promise.all(
    Array.from({ length: mediaLimits.waiting + 3 }, () => prepareUpload(file, 'a.jpg')),
  );
  expect(made.filter((one) => one.ok)).toHaveLength(mediaLimits.waiting);
  expect(made.filter((one) => !one.ok && one.reason.code === 'busy')).toHaveLength(3);
  expect((await prepareUpload(file, 'a.jpg')).ok).toBe(true);
});

test('a refused file does not stop the next one', async () => {
  const [bomb, svg, good] = await Promise.all([
    prepareUpload(aBomb(), 'a.png'),
    prepareUpload(anSvg(), 'a.svg'),
    aJpeg().then((file) => prepareUpload(file, 'a.jpg')),
  ]);
  expect([bomb.ok, svg.ok, good.ok]).toEqual([false, false, true]);
});

test('the limit of a body leaves room for the largest file, and says so in both languages', () => {
  expect(uploadLimits.limits.fileSize).toBe(Math.max(mediaLimits.imageBytes, mediaLimits.videoBytes));
  expect(uploadLimits.requestSizeLimit).toBeGreaterThan(uploadLimits.limits.fileSize);
  expect(uploadLimits.responseOnLimit).toMatch(/20 MB.*25 MB.*20 MB.*25 MB/);
});
