import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { bytesOf } from '../../src/media/bytes';

/** Files as people and attackers send them. Everything is made here; nothing is read from disk. */

export const joined = (parts: readonly Buffer[]): Buffer => Buffer.concat(parts.map(bytesOf));

const background = { r: 214, g: 69, b: 43 };

export const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background } });

export const aJpeg = (width = 1600, height = 1200): Promise<Buffer> =>
  picture(width, height).jpeg().toBuffer();

/** A photo as a phone makes it: place, camera, author, a colour profile, and lying on its side (orientation 6). */
export const aPhoneJpeg = (width = 1600, height = 1200): Promise<Buffer> =>
  picture(width, height)
    .withExif({
      IFD0: { Make: 'Phone-Maker-7', Artist: 'Secret-Author', Copyright: 'Secret-Owner' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 50/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 25/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>Secret-XMP</rdf></x:xmpmeta>')
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** PNG's checksum; Node's own is newer than the oldest Node that the product runs on. */
function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const named = joined([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return joined([length, named, sum]);
};

/** A PNG of a few kilobytes that says it is as large as you like. */
export function aBomb(width = 30_000, height = 30_000): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return joined([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(new Uint8Array(4_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const anSvg = (): Buffer =>
  Buffer.from(
    '<?xml version="1.0"?><!-- a picture --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );

export const aWebPage = (): Buffer => Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');

/** The beginning of what an iPhone stores. */
export const aHeic = (major = 'heic', compatible: string[] = ['mif1', 'heic']): Buffer =>
  joined([box('ftyp', text(major), Buffer.alloc(4), ...compatible.map(text)), box('meta', Buffer.alloc(64))]);

/** An empty zip archive: enough for every unpacker to find. */
export const aZip = (): Buffer => joined([text('PK\x05\x06'), Buffer.alloc(18)]);

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const words = (...values: number[]): Buffer => {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, n) => {
    out.writeUInt32BE(value, n * 4);
  });
  return out;
};

export function box(type: string, ...parts: Buffer[]): Buffer {
  const body = joined(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return joined([head, body]);
}

const handler = (type: string): Buffer => box('hdlr', words(0, 0), text(type), Buffer.alloc(13));

/** `place` lies in the file as a description four times and once as the data of a track. */
export function anMp4({
  brand = 'isom',
  place = '+31.2304+121.4737/',
  tail = Buffer.alloc(0),
  track = 'vide',
}: {
  brand?: string;
  place?: string;
  tail?: Buffer;
  track?: string;
} = {}): Buffer {
  const ftyp = box('ftyp', text(brand), words(512), text('isom'), text('mp41'));
  const film = text('FILM-DATA-0123456789');
  const gps = text(`GPSTRACK${place}`);
  const mdat = box('mdat', film, gps);
  const gpsAt = ftyp.length + 8 + film.length;
  const table = box(
    'stbl',
    box('stsd', words(0, 0)),
    box('stsc', words(0, 1, 1, 2, 1)),
    box('stsz', words(0, 0, 2, 8, gps.length - 8)),
    box('stco', words(0, 1, gpsAt)),
  );
  const moov = box(
    'moov',
    box('mvhd', Buffer.alloc(100)),
    box(
      'trak',
      box('tkhd', Buffer.alloc(84)),
      box('mdia', handler(track)),
      box('udta', box('loci', text(place))),
    ),
    box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', handler('meta'), box('minf', table))),
    box('udta', box('\xa9xyz', text(place))),
    box('meta', handler('mdta'), text(place)),
  );
  return joined([ftyp, mdat, moov, box('uuid', Buffer.alloc(16), text(place)), tail]);
}
