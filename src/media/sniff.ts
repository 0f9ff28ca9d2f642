/** What the bytes are, whatever the name or the sender says. */
export type Sniffed =
  | { is: 'image'; format: 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'avif' }
  | { is: 'mp4' }
  | { is: 'other'; code: 'empty' | 'svg' | 'html' | 'heic' | 'video-format' | 'not-an-image' };

const mp4Brands = new Set([
  'isom',
  'iso2',
  'iso3',
  'iso4',
  'iso5',
  'iso6',
  'iso7',
  'iso8',
  'iso9',
  'mp41',
  'mp42',
  'avc1',
  'dash',
  'MSNV',
]);
const avifBrands = new Set(['avif', 'avis']);
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

const latin = (bytes: Buffer, start: number, end: number): string => bytes.toString('latin1', start, end);

/** The major brand first, then the compatible ones, of an ISO media file (MP4, HEIC, AVIF). */
function brands(bytes: Buffer): string[] {
  const size = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const found = [latin(bytes, 8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) found.push(latin(bytes, at, at + 4));
  return found;
}

function sniffIso(bytes: Buffer): Sniffed {
  const [major = '', ...compatible] = brands(bytes);
  if (mp4Brands.has(major)) return { is: 'mp4' };
  // `mif1` says only "a picture": the compatible brands tell whether it is AVIF or HEIC.
  if (avifBrands.has(major)) return { is: 'image', format: 'avif' };
  if (heicBrands.has(major)) {
    const generic = major === 'mif1' || major === 'msf1';
    return generic && compatible.some((brand) => avifBrands.has(brand))
      ? { is: 'image', format: 'avif' }
      : { is: 'other', code: 'heic' };
  }
  return { is: 'other', code: 'video-format' };
}

/** Markup in UTF-8 or UTF-16; only the beginning is looked at, comments and declarations may come first. */
function sniffText(bytes: Buffer): Sniffed {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = bytes.subarray(0, 8192);
  const text = (utf16 ? start.filter((byte) => byte !== 0) : start).toString('latin1').toLowerCase();
  if (/^[^<]{0,16}</.test(text)) {
    if (/<(\w+:)?svg[\s>/]/.test(text)) return { is: 'other', code: 'svg' };
    if (/<(!doctype\s+html|html|head|body|script|iframe)\b/.test(text)) return { is: 'other', code: 'html' };
  }
  return { is: 'other', code: 'not-an-image' };
}

export function sniff(bytes: Buffer): Sniffed {
  if (bytes.length === 0) return { is: 'other', code: 'empty' };
  if (bytes.length < 12) return { is: 'other', code: 'not-an-image' };
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { is: 'image', format: 'jpeg' };
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return { is: 'image', format: 'png' };
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return { is: 'image', format: 'gif' };
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return { is: 'image', format: 'webp' };
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(latin(bytes, 0, 4)))
    return { is: 'image', format: 'tiff' };
  if (latin(bytes, 4, 8) === 'ftyp') return sniffIso(bytes);
  // QuickTime files older than `ftyp`.
  if (['moov', 'mdat', 'wide'].includes(latin(bytes, 4, 8))) return { is: 'other', code: 'video-format' };
  return sniffText(bytes);
}
