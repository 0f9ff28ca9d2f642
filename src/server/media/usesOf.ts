import type { Payload, PayloadRequest } from 'payload';
import type { MediaUse } from '../../core/moments';

/** Every field that names a file. A database would quietly empty these when the file's document goes. */
export const mediaFields: Record<MediaUse, readonly string[]> = {
  posts: ['images', 'video', 'variants.images'],
  products: ['images'],
  users: ['profile.qr'],
  receipts: ['proof'],
};

/** The places that name this file, archived and trashed ones too. */
export async function usesOf(
  payload: Payload,
  id: number | string,
  req: PayloadRequest,
): Promise<MediaUse[]> {
  const uses: MediaUse[] = [];
  for (const [collection, fields] of Object.entries(mediaFields) as [MediaUse, readonly string[]][]) {
    // As the system: a post that this person may not see still needs its picture.
    const { totalDocs } = await payload.count({
      collection,
      where: { or: fields.map((field) => ({ [field]: { in: [id] } })) },
      overrideAccess: true,
      trash: true,
      req,
    });
    if (totalDocs > 0) uses.push(collection);
  }
  return uses;
}
