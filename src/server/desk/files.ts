import { Readable } from 'node:stream';
import { downloadZip } from 'client-zip';
import type { FrozenImage, ReleasedCard } from '@/core/desk/types';
import { blobs } from '../blobs';
import { BlobMissing, serveBlob } from '../media/serveBlob';
import { pictureName } from './todayAnswer';

/** One picture of a release, counted from 1, as `<img>` loads it; null when there is no such picture. */
export async function servePicture(
  release: ReleasedCard,
  n: string,
  request: Headers,
): Promise<Response | null> {
  const image = /^[1-9]$/.test(n) ? release.content.images[Number(n) - 1] : undefined;
  if (!image) return null;
  return serveOrNull({ sha: image.sha256, ext: 'jpg', name: pictureName(Number(n)) }, request);
}

export async function serveVideo(release: ReleasedCard, request: Headers): Promise<Response | null> {
  const { video } = release.content;
  return video ? serveOrNull({ sha: video.sha256, ext: 'mp4', name: '01.mp4' }, request) : null;
}

const serveOrNull = async (
  blob: Parameters<typeof serveBlob>[1],
  request: Headers,
): Promise<Response | null> => {
  try {
    return await serveBlob(blobs, blob, request);
  } catch (error) {
    if (error instanceof BlobMissing) return null;
    throw error;
  }
};

/** The pictures in posting order, streamed: never more than one of them in memory. */
async function* pictures(images: readonly FrozenImage[], modified: Date) {
  for (const [index, { sha256 }] of images.entries()) {
    yield {
      name: pictureName(index + 1),
      lastModified: modified,
      input: Readable.toWeb(await blobs.open(sha256, 'jpg')) as ReadableStream<Uint8Array<ArrayBuffer>>,
    };
  }
}

/** All pictures of a release as one file; null when there are none, or a file is missing. */
export async function serveZip(release: ReleasedCard, name: string): Promise<Response | null> {
  const { images } = release.content;
  if (images.length === 0) return null;
  const there = await Promise.all(images.map(({ sha256 }) => blobs.has(sha256, 'jpg')));
  if (there.includes(false)) return null;
  const { body } = downloadZip(pictures(images, new Date(release.dueAt)));
  return new Response(body, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="images.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
