import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aJpeg, anMp4, aZip, box } from '../../tests/builders/files';
import { bytesOf } from './bytes';
import { mediaLimits } from './limits';
import { prepareVideo } from './prepareVideo';

const codeOf = (file: Buffer): string => {
  const made = prepareVideo(file, 'clip.mp4');
  return made.ok ? 'accepted' : made.reason.code;
};

test('an MP4 is kept byte for byte except where it tells the place', () => {
  const file = anMp4();
  expect(file.toString('latin1').split('+31.2304').length - 1).toBe(5);
  const made = prepareVideo(file, '../开箱.MP4');
  if (!made.ok) throw new Error(made.reason.code);
  const { data, sha, bytes } = made.video;
  expect(data.toString('latin1')).not.toMatch(/31\.2304|\xa9xyz|loci|GPSTRACK/);
  expect(data.includes('FILM-DATA-0123456789')).toBe(true);
  expect(bytes).toBe(file.length);
  const changed = data.filter(
    (byte, n) => byte !== file[n] && byte !== 0 && !'free'.includes(String.fromCharCode(byte)),
  );
  expect(changed.length).toBe(0);
  expect(sha).toBe(createHash('sha256').update(bytesOf(data)).digest('hex'));
  expect(made.original.name).toBe('开箱.MP4');
});

test('the bytes of the caller are not touched', () => {
  const file = anMp4();
  const copy = Buffer.from(file.toString('latin1'), 'latin1');
  prepareVideo(file, 'a.mp4');
  expect(file.equals(bytesOf(copy))).toBe(true);
});

test('cleaning what is clean changes nothing', () => {
  const once = prepareVideo(anMp4(), 'a.mp4');
  if (!once.ok) throw new Error('refused');
  const twice = prepareVideo(once.video.data, 'a.mp4');
  expect(twice.ok && twice.video.sha).toBe(once.video.sha);
});

test.each<[string, string, () => Buffer]>([
  ['a MOV from an iPhone', 'video-format', () => anMp4({ brand: 'qt  ' })],
  ['a 3GP', 'video-format', () => anMp4({ brand: '3gp4' })],
  ['sound alone', 'video-format', () => anMp4({ track: 'soun' })],
  ['a WebM', 'video-format', () => Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Array(40).fill(0)])],
  ['an MP4 that is also a zip', 'damaged', () => anMp4({ tail: aZip() })],
  [
    'an MP4 with an unknown box behind it',
    'damaged',
    () => anMp4({ tail: box('HTML', Buffer.from('<script>')) }),
  ],
  ['half an MP4', 'damaged', () => anMp4().subarray(0, 200)],
  [
    'a box that claims more than there is',
    'damaged',
    () => anMp4({ tail: Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x66, 0x72, 0x65, 0x65]) }),
  ],
  ['a box of no length', 'damaged', () => anMp4({ tail: Buffer.from([0, 0, 0, 4, 0x66, 0x72, 0x65, 0x65]) })],
  [
    'more than 25 MB',
    'video-too-large',
    () => anMp4({ tail: box('free', Buffer.alloc(mediaLimits.videoBytes)) }),
  ],
])('%s is refused: %s', (_what, code, make) => {
  expect(codeOf(make())).toBe(code);
});

test('a picture is not a video', async () => {
  expect(codeOf(await aJpeg())).toBe('video-format');
});

test('no byte of a video, changed at random, makes it throw', () => {
  const file = anMp4();
  for (let at = 0; at < file.length; at += 1) {
    for (const value of [0, 1, 0x7f, 0xff]) {
      const broken = Buffer.from(file.toString('latin1'), 'latin1');
      broken[at] = value;
      expect(['accepted', 'damaged', 'video-format', 'not-an-image']).toContain(codeOf(broken));
    }
  }
});
