import { createHash } from 'node:crypto';
import { cleanName, type MediaRefusal } from '../core/moments';
import { bytesOf } from './bytes';
import { mediaLimits } from './limits';
import { sampleRanges, sampleTable } from './sampleTable';
import { sniff } from './sniff';

export type PreparedVideo =
  | {
      ok: true;
      video: { sha: string; data: Buffer; bytes: number };
      original: { name: string; bytes: number };
    }
  | { ok: false; reason: MediaRefusal };

interface Box {
  type: string;
  start: number;
  /** First byte of the content. */
  body: number;
  end: number;
}

const topLevel = new Set([
  'ftyp',
  'moov',
  'mdat',
  'moof',
  'mfra',
  'sidx',
  'ssix',
  'styp',
  'prft',
  'emsg',
  'pdin',
  'meta',
  'udta',
  'uuid',
  'free',
  'skip',
  'wide',
]);
/** Boxes that hold boxes and lie on the way to descriptions. */
const containers = new Set(['moov', 'trak', 'moof', 'traf']);
/**
 * Descriptions: place (`©xyz`, `loci`, Apple's keys, XMP), device, author, titles, and padding, in which
 * anything can be hidden. No player needs them.
 */
const descriptions = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
/** Tracks that people see or hear. */
const playable = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'tmcd', 'hint']);
const maxBoxes = 20_000;

class Damaged extends Error {}

/** The boxes that tile [start, end) exactly. @throws Damaged when they do not. */
function boxes(bytes: Buffer, start: number, end: number): Box[] {
  const found: Box[] = [];
  let at = start;
  while (at < end) {
    if (end - at < 8 || found.length > maxBoxes) throw new Damaged();
    const declared = bytes.readUInt32BE(at);
    const wide = declared === 1;
    if (wide && end - at < 16) throw new Damaged();
    const size = wide ? Number(bytes.readBigUInt64BE(at + 8)) : declared === 0 ? end - at : declared;
    const head = wide ? 16 : 8;
    if (size < head || size > end - at) throw new Damaged();
    found.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      start: at,
      body: at + head,
      end: at + size,
    });
    at += size;
  }
  return found;
}

/** Empties the box without moving a byte: sample tables elsewhere name positions in the file. */
function blank(bytes: Buffer, box: Box): void {
  bytes.write('free', box.start + 4, 'latin1');
  bytes.fill(0, box.body, box.end);
}

const child = (bytes: Buffer, box: Box, type: string): Box | undefined =>
  boxes(bytes, box.body, box.end).find((inner) => inner.type === type);

/** `vide`, `soun`, `meta`, … of a track. */
function handlerOf(bytes: Buffer, track: Box): string {
  const media = child(bytes, track, 'mdia');
  const handler = media && child(bytes, media, 'hdlr');
  return handler && handler.end - handler.body >= 12
    ? bytes.toString('latin1', handler.body + 8, handler.body + 12)
    : '';
}

function blankDescriptions(bytes: Buffer, parent: Box): void {
  for (const box of boxes(bytes, parent.body, parent.end)) {
    if (descriptions.has(box.type)) blank(bytes, box);
    else if (containers.has(box.type)) blankDescriptions(bytes, box);
  }
}

/** Cameras and drones write the place of every second into a track of its own: its data and the track go. */
function blankTrack(bytes: Buffer, track: Box, data: readonly Box[]): void {
  const media = child(bytes, track, 'mdia');
  const info = media && child(bytes, media, 'minf');
  const table = info && child(bytes, info, 'stbl');
  const content = (type: string): Buffer | undefined => {
    const box = table && child(bytes, table, type);
    return box && bytes.subarray(box.body, box.end);
  };
  const samples = sampleTable({
    stco: content('stco'),
    co64: content('co64'),
    stsc: content('stsc'),
    stsz: content('stsz'),
  });
  for (const range of samples ? sampleRanges(samples, bytes.length) : []) {
    const within = data.find((box) => range.start >= box.body && range.end <= box.end);
    if (!within) throw new Damaged();
    bytes.fill(0, range.start, range.end);
  }
  blank(bytes, track);
}

/** @returns why not, or nothing when `bytes` (changed in place) may be stored. */
function clean(bytes: Buffer): MediaRefusal | undefined {
  const top = boxes(bytes, 0, bytes.length);
  const data = top.filter((box) => box.type === 'mdat');
  const movie = top.find((box) => box.type === 'moov');
  if (!movie || data.length === 0 || top.some((box) => !topLevel.has(box.type))) return { code: 'damaged' };

  const tracks = boxes(bytes, movie.body, movie.end)
    .filter((box) => box.type === 'trak')
    .map((box) => ({ box, handler: handlerOf(bytes, box) }));
  if (!tracks.some(({ handler }) => handler === 'vide')) return { code: 'video-format' };
  const others = tracks.filter(({ handler }) => !playable.has(handler));
  // Fragments keep their tables elsewhere; such a file with such a track is nothing that people post.
  if (others.length > 0 && top.some((box) => box.type === 'moof')) return { code: 'video-format' };

  for (const { box } of others) blankTrack(bytes, box, data);
  for (const box of top) {
    if (descriptions.has(box.type)) blank(bytes, box);
    else if (containers.has(box.type)) blankDescriptions(bytes, box);
  }
  return undefined;
}

/**
 * An MP4 is kept as it is, except that everything that describes it (place above all) is overwritten with
 * zeros of the same length. Its boxes must tile the file, so nothing can hang behind it.
 */
export function prepareVideo(bytes: Buffer, declaredName: string): PreparedVideo {
  const found = sniff(bytes);
  if (found.is !== 'mp4') return { ok: false, reason: { code: 'video-format' } };
  if (bytes.length > mediaLimits.videoBytes) {
    return { ok: false, reason: { code: 'video-too-large', limitBytes: mediaLimits.videoBytes } };
  }
  const data = Buffer.from(bytesOf(bytes));
  try {
    const reason = clean(data);
    if (reason) return { ok: false, reason };
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, reason: { code: 'damaged' } };
    throw error;
  }
  const sha = createHash('sha256').update(bytesOf(data)).digest('hex');
  return {
    ok: true,
    video: { sha, data, bytes: data.length },
    original: { name: cleanName(declaredName), bytes: bytes.length },
  };
}
