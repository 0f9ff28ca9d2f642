import { Forbidden, type PayloadRequest, type TypeWithID } from 'payload';
import { blobs } from '../../../src/server/blobs';
import { BlobMissing, serveBlob } from '../../../src/server/media/serveBlob';
import { slugs } from '../../slugs';
import { wordsFor } from './refuse';

interface MediaFile {
  sha256?: string | null;
  thumbSha256?: string | null;
  mimeType?: string | null;
  originalName?: string | null;
}

const gone = (req: PayloadRequest): Response =>
  Response.json(
    { errors: [{ message: wordsFor(req).fileGone }] },
    { status: 404, headers: { 'Cache-Control': 'private, no-store' } },
  );

/** Payload has asked for read access; it hands the document over only where that answer was a condition. */
async function documentOf(
  req: PayloadRequest,
  filename: string,
  doc: unknown,
): Promise<MediaFile | undefined> {
  if (doc && typeof doc === 'object' && 'sha256' in doc) return doc as MediaFile;
  const { docs } = await req.payload.find({
    collection: slugs.media,
    where: { filename: { equals: filename } },
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
    limit: 1,
    pagination: false,
  });
  return docs[0] as MediaFile | undefined;
}

/** GET /api/media/file/<filename>, with `?size=thumb` for the small one. */
export async function serveFile(
  req: PayloadRequest,
  args: { doc: TypeWithID; params: { clientUploadContext?: unknown; filename: string } },
): Promise<Response> {
  // Payload also calls this to fetch "client uploads", without asking for access. There are none here.
  if ('clientUploadContext' in args.params) throw new Forbidden(req.t);
  const file = await documentOf(req, args.params.filename, args.doc);
  const thumb = req.searchParams?.get('size') === 'thumb';
  const sha = thumb ? file?.thumbSha256 : file?.sha256;
  if (!file || !sha) return gone(req);
  const ext = !thumb && file.mimeType === 'video/mp4' ? 'mp4' : 'jpg';
  try {
    return await serveBlob(blobs, { sha, ext, name: file.originalName ?? sha }, req.headers);
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error;
    req.payload.logger.error({ msg: 'A stored file is missing', sha });
    return gone(req);
  }
}
