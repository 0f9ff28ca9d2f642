import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  aBomb,
  aHeic,
  aJpeg,
  anMp4,
  anSvg,
  aPhoneJpeg,
  aWebPage,
  aZip,
  joined,
  picture,
} from '../../tests/builders/files';
import { bytesOf } from './bytes';
import { mediaLimits } from './limits';
import { type PreparedImage, prepareImage } from './prepareImage';

async function accepted(bytes: Buffer, name = 'photo.jpg') {
  const made = await prepareImage(bytes, name);
  if (!made.ok) throw new Error(`refused: ${made.reason.code}`);
  return made;
}

const codeOf = (made: PreparedImage): string => (made.ok ? 'accepted' : made.reason.code);

/** The kinds of segments before the pixels of a JPEG: 0xe1 is EXIF or XMP, 0xe2 a profile, 0xed IPTC, 0xfe a comment. */
function segments(jpeg: Buffer): number[] {
  const found: number[] = [];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const kind = jpeg[at + 1] ?? 0;
    found.push(kind);
    if (kind === 0xda) break;
  }
  return found;
}

/** Mulberry32: small, and the same from the same seed everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('what is made', () => {
  test('a 1080-wide JPEG and a thumbnail, each named by its bytes', async () => {
    const { moments, thumb, original } = await accepted(await aJpeg(2160, 1440), '../新品.png');
    expect([moments.width, moments.height, thumb.width, thumb.height]).toEqual([1080, 720, 320, 213]);
    for (const made of [moments, thumb]) {
      expect(made.sha).toBe(createHash('sha256').update(bytesOf(made.data)).digest('hex'));
      expect((await sharp(made.data).metadata()).format).toBe('jpeg');
    }
    expect(original).toMatchObject({ name: '新品.png', width: 2160, height: 1440, format: 'jpeg', pages: 1 });
  });

  test('the same file gives the same bytes, so the same name', async () => {
    const file = await aJpeg();
    expect((await accepted(file)).moments.sha).toBe((await accepted(file, 'other.png')).moments.sha);
  });

  test('a small picture is not enlarged, a long one stays long', async () => {
    expect((await accepted(await aJpeg(300, 200))).moments).toMatchObject({ width: 300, height: 200 });
    expect((await accepted(await aJpeg(750, 9000))).moments).toMatchObject({ width: 750, height: 9000 });
  });

  test('place, camera, author, profile and XMP of a phone are gone, and the picture stands upright', async () => {
    const photo = await aPhoneJpeg(1600, 1200);
    const before = await sharp(photo).metadata();
    expect([before.orientation, Boolean(before.exif), Boolean(before.xmp), Boolean(before.icc)]).toEqual([
      6,
      true,
      true,
      true,
    ]);
    expect(photo.includes('Secret-Author') && photo.includes('Secret-XMP')).toBe(true);

    const { moments, thumb } = await accepted(photo);
    expect(moments).toMatchObject({ width: 1080, height: 1440 });
    for (const { data } of [moments, thumb]) {
      const after = await sharp(data).metadata();
      expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation, after.comments]).toEqual(
        Array(6).fill(undefined),
      );
      expect(segments(data).filter((kind) => (kind >= 0xe1 && kind <= 0xef) || kind === 0xfe)).toEqual([]);
      expect(data.toString('latin1')).not.toMatch(/Secret|Phone-Maker|GPS/);
    }
  });

  test('transparent parts become white', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { data } = await sharp((await accepted(clear)).moments.data)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(250);
  });

  test('print colours (CMYK), grey and 16 bits become ordinary sRGB', async () => {
    const sources = [
      await picture(90, 60).toColourspace('cmyk').jpeg().toBuffer(),
      await picture(90, 60).toColourspace('b-w').png().toBuffer(),
      await picture(90, 60).toColourspace('rgb16').png().toBuffer(),
    ];
    for (const source of sources) {
      expect(await sharp((await accepted(source)).moments.data).metadata()).toMatchObject({
        space: 'srgb',
        channels: 3,
        depth: 'uchar',
      });
    }
  });

  test.each(['png', 'webp', 'gif', 'tiff', 'avif', 'jpeg'] as const)(
    '%s is taken, whatever it is called',
    async (format) => {
      const file = await picture(120, 80).toFormat(format).toBuffer();
      const { moments, original } = await accepted(file, 'page.html');
      expect(moments).toMatchObject({ width: 120, height: 80 });
      expect(original.format).toBe(format);
    },
  );

  test('of an animation the first frame is used', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const file = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { moments, original } = await accepted(file);
    expect([moments.width, moments.height, original.pages]).toEqual([40, 30, 3]);
    const { dominant } = await sharp(moments.data).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });

  test('nothing of what hangs behind a picture survives', async () => {
    const file = joined([await aJpeg(), Buffer.from('<script>alert(1)</script>'), aZip()]);
    const { moments } = await accepted(file);
    expect(moments.data.includes('PK\x05\x06')).toBe(false);
    expect(moments.data.includes('<script>')).toBe(false);
    expect(moments.data.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });
});

describe('what is refused', () => {
  const cases: [string, string, () => Buffer | Promise<Buffer>][] = [
    ['zero bytes', 'empty', () => Buffer.alloc(0)],
    ['a single byte', 'not-an-image', () => Buffer.from('x')],
    ['a text', 'not-an-image', () => Buffer.from('早安，今天的燕麦粥加了蓝莓。')],
    ['a PDF', 'not-an-image', () => Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj')],
    ['an SVG with a script', 'svg', anSvg],
    [
      'an SVG in UTF-16',
      'svg',
      () => joined([Buffer.from([0xff, 0xfe]), Buffer.from(anSvg().toString(), 'utf16le')]),
    ],
    [
      'an SVG behind a long comment',
      'svg',
      () => joined([Buffer.from(`<!--${' '.repeat(5000)}-->`), anSvg()]),
    ],
    ['a web page', 'html', aWebPage],
    ['an iPhone photo', 'heic', () => aHeic()],
    ['an iPhone photo that only says it is a picture', 'heic', () => aHeic('mif1', ['mif1', 'heic'])],
    ['a video', 'not-an-image', () => anMp4()],
    ['a bomb of 30,000 × 30,000', 'too-many-pixels', () => aBomb()],
    [
      'a WebP whose 49 megapixels would all be in memory at once',
      'too-many-pixels',
      () => picture(7000, 7000).webp({ effort: 0 }).toBuffer(),
    ],
    ['a strip of 1 to 21', 'too-long', () => aJpeg(100, 2100)],
    ['half a JPEG', 'damaged', async () => (await aJpeg()).subarray(0, 3000)],
    [
      'half a PNG',
      'damaged',
      async () => (await picture(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9000),
    ],
    [
      'a JPEG of rubbish',
      'damaged',
      () => joined([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 0x41)]),
    ],
    ['a PNG header alone', 'damaged', () => aBomb().subarray(0, 20)],
    [
      'more than 20 MB',
      'image-too-large',
      async () => joined([await aJpeg(), Buffer.alloc(mediaLimits.imageBytes)]),
    ],
  ];

  test.each(cases)('%s: %s, within two seconds', async (_what, code, make) => {
    const file = await make();
    const started = performance.now();
    expect(codeOf(await prepareImage(file, 'photo.jpg'))).toBe(code);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('a thousand damaged files are answered, one by one, and the process stays up', async () => {
    const seed = 20261122;
    const next = random(seed);
    const whole = await Promise.all(
      (['jpeg', 'png', 'webp', 'gif', 'tiff'] as const).map((format) =>
        picture(60, 40).toFormat(format).toBuffer(),
      ),
    );
    for (let n = 0; n < 1000; n += 1) {
      const file = Buffer.from(whole[n % whole.length]?.toString('latin1') ?? '', 'latin1');
      for (let hits = 0; hits < 4; hits += 1)
        file[Math.floor(next() * file.length)] = Math.floor(next() * 256);
      const made = await prepareImage(file, 'x');
      expect(typeof made.ok, `seed ${seed}, file ${n}`).toBe('boolean');
    }
  });

  test('the sentence about a bomb can name its size', async () => {
    expect(await prepareImage(aBomb(), 'x.png')).toEqual({
      ok: false,
      reason: { code: 'too-many-pixels', width: 30_000, height: 30_000, limitPixels: 50_000_000 },
    });
  });

  /** Prepares each file that it is given, three times over, and prints by how much its memory grew at most. */
  const measuring = `
    import { readFileSync } from 'node:fs';
    import { prepareImage } from ${JSON.stringify(fileURLToPath(new URL('./prepareImage.ts', import.meta.url)))};
    const files = process.argv.slice(1).map((name) => readFileSync(name));
    const before = process.memoryUsage.rss();
    for (let n = 0; n < 3; n += 1) for (const file of files) await prepareImage(file, 'x');
    console.log(process.resourceUsage().maxRSS * 1024 - before);
  `;

  test('memory stays within 300 MB through the largest pictures, again and again', {
    timeout: 60_000,
  }, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'large-'));
    const large = {
      interlaced: await picture(5600, 5600).png({ progressive: true }).toBuffer(),
      jpeg: await aJpeg(7000, 7000),
      bomb: aBomb(),
    };
    const names = await Promise.all(
      Object.entries(large).map(async ([name, file]) => {
        await writeFile(join(dir, name), bytesOf(file));
        return join(dir, name);
      }),
    );
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      measuring,
      ...names,
    ]);
    await rm(dir, { recursive: true });
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(Number(stdout)).toBeLessThan(300_000_000);
  });
});
