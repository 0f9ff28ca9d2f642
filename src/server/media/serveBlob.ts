import { Readable } from 'node:stream';
import { withEnding } from '../../core/moments';
import { type BlobExt, BlobMissing, type BlobStore, type ByteRange } from '../../integrations/storage';

const mimeTypes: Record<BlobExt, string> = { jpg: 'image/jpeg', mp4: 'video/mp4' };

export interface ServedBlob {
  sha: string;
  ext: BlobExt;
  /** Offered when the reader saves the file; any text, it is cleaned here. */
  name: string;
}

/** RFC 6266: an ASCII name for old readers, the real one for the others. */
function disposition(name: string, ext: BlobExt): string {
  const clean = withEnding(name, ext);
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="file.${ext}"; filename*=UTF-8''${encoded}`;
}

/** One range is enough for players; anything else of the header is answered with the whole file. */
function rangeOf(header: string | null, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return 'unsatisfiable';
  return end < start ? 'whole' : { start, end };
}

const matches = (header: string | null, etag: string): boolean =>
  header !== null &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

/**
 * A stored file as an HTTP answer. The caller has decided that this reader may have it: the browser asks again
 * each time (`no-cache`; unchanged costs a 304), so that who leaves the team is out at once, and no shared
 * cache keeps it. The bytes are only ever a JPEG or an MP4 that this product made or checked.
 * @throws {BlobMissing}
 */
export async function serveBlob(store: BlobStore, blob: ServedBlob, request: Headers): Promise<Response> {
  const size = await store.size(blob.sha, blob.ext);
  const etag = `"${blob.sha}"`;
  const headers = new Headers({
    'Content-Type': mimeTypes[blob.ext],
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': disposition(blob.name, blob.ext),
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  });
  if (matches(request.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });

  const ifRange = request.get('if-range');
  const range = ifRange === null || ifRange === etag ? rangeOf(request.get('range'), size) : 'whole';
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const part = range === 'whole' ? undefined : range;
  headers.set('Content-Length', String(part ? part.end - part.start + 1 : size));
  if (part) headers.set('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
  const stream = await store.open(blob.sha, blob.ext, part);
  return new Response(Readable.toWeb(stream) as ReadableStream, { status: part ? 206 : 200, headers });
}

export { BlobMissing };
