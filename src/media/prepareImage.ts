import { createHash } from 'node:crypto';
import sharp, { type Metadata } from 'sharp';
import {
  aspect,
  cleanName,
  fitMoments,
  fitThumb,
  type MediaRefusal,
  maxAspect,
  type Size,
} from '../core/moments';
import { bytesOf } from './bytes';
import { mediaLimits } from './limits';
import { sniff } from './sniff';

// libvips keeps decoded pictures by default; here every picture is made once.
sharp.cache(false);
sharp.concurrency(2);

export interface Rendition extends Size {
  /** SHA-256 of `data`, lower-case hex: its name in the blob store. */
  sha: string;
  data: Buffer;
  bytes: number;
}

/** What the file was before; nothing else of it is kept. */
export interface OriginalFacts extends Size {
  name: string;
  bytes: number;
  format: string;
  /** More than one frame or page: only the first is used. */
  pages: number;
}

export type PreparedImage =
  | { ok: true; moments: Rendition; thumb: Rendition; original: OriginalFacts }
  | { ok: false; reason: MediaRefusal };

const refuse = (reason: MediaRefusal): PreparedImage => ({ ok: false, reason });

const bytesPerSample = (depth: string | undefined): number =>
  depth === 'uchar' || depth === 'char' || depth === undefined
    ? 1
    : depth === 'ushort' || depth === 'short'
      ? 2
      : 8;

/**
 * How often the decoder holds the whole picture in memory; 0 where it gives it line by line. Measured with
 * sharp 0.35: AVIF takes about four times its pixels, a progressive JPEG keeps wider coefficients.
 */
function wholeInMemory(facts: Metadata): number {
  if (facts.format === 'heif') return 4;
  if (facts.isProgressive) return facts.format === 'jpeg' ? 1.5 : 1;
  return ['webp', 'gif', 'tiff'].includes(facts.format) ? 1 : 0;
}

function tooBig(facts: Metadata, { width, height }: Size): MediaRefusal | undefined {
  const pixelBytes = Math.max(3, facts.channels ?? 4) * bytesPerSample(facts.depth);
  const held = pixelBytes * wholeInMemory(facts);
  const limitPixels =
    held === 0
      ? mediaLimits.pixels
      : Math.min(mediaLimits.pixels, Math.floor(mediaLimits.decodedBytes / held));
  if (width * height > limitPixels) return { code: 'too-many-pixels', width, height, limitPixels };
  if (aspect({ width, height }) > maxAspect) return { code: 'too-long', width, height, limit: maxAspect };
  return undefined;
}

const rendition = (data: Buffer, size: Size): Rendition => ({
  sha: createHash('sha256').update(bytesOf(data)).digest('hex'),
  width: size.width,
  height: size.height,
  data,
  bytes: data.byteLength,
});

/**
 * The picture as Moments gets it. Metadata goes because sharp writes none unless asked; what follows the
 * picture in the file (a zip, a script) goes because only pixels are carried over.
 */
async function renderMoments(bytes: Buffer, size: Size): Promise<Rendition> {
  const { data, info } = await sharp(bytes, {
    limitInputPixels: mediaLimits.pixels,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  })
    .autoOrient()
    .resize({ ...fitMoments(size), fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .timeout({ seconds: mediaLimits.seconds })
    .toBuffer({ resolveWithObject: true });
  return rendition(data, info);
}

async function renderThumb(moments: Rendition): Promise<Rendition> {
  const { data, info } = await sharp(moments.data)
    .resize({ ...fitThumb(moments), fit: 'cover', position: 'top' })
    .jpeg({ quality: 80 })
    .timeout({ seconds: mediaLimits.seconds })
    .toBuffer({ resolveWithObject: true });
  return rendition(data, info);
}

/** libvips tells apart by words only. */
const failure = (error: unknown): MediaRefusal =>
  error instanceof Error && /timeout/i.test(error.message) ? { code: 'too-slow' } : { code: 'damaged' };

/**
 * Makes the Moments picture and its thumbnail, or says why not. Recognises by content; the name that the
 * sender gave is only cleaned and passed on. Never throws for what is in the file.
 */
export async function prepareImage(bytes: Buffer, declaredName: string): Promise<PreparedImage> {
  const found = sniff(bytes);
  if (found.is === 'other') return refuse({ code: found.code });
  if (found.is === 'mp4') return refuse({ code: 'not-an-image' });
  if (bytes.length > mediaLimits.imageBytes) {
    return refuse({ code: 'image-too-large', limitBytes: mediaLimits.imageBytes });
  }
  try {
    // The header only: no pixel is decoded, so that the sentence can name the size of a bomb.
    const facts = await sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 }).metadata();
    if ((facts.format as string) !== (found.format === 'avif' ? 'heif' : found.format)) {
      return refuse({ code: 'not-an-image' });
    }
    const size = facts.autoOrient;
    const problem = tooBig(facts, size);
    if (problem) return refuse(problem);

    const moments = await renderMoments(bytes, size);
    const thumb = await renderThumb(moments);
    const original = {
      name: cleanName(declaredName),
      ...size,
      bytes: bytes.length,
      format: found.format,
      pages: facts.pages ?? 1,
    };
    return { ok: true, moments, thumb, original };
  } catch (error) {
    return refuse(failure(error));
  }
}
