import { slugs } from '@collections/slugs';
import type { MediaRef } from '@/core/approval/content';
import type { Context } from '../context';
import { mediaRef, rows } from '../posts/references';

/** A stored picture or video where the browser can load it. */
export interface Picture {
  src: string;
  thumb: string | null;
  alt: string;
  width: number | null;
  height: number | null;
}

/** By SHA-256 of the file, which is how a resolved view names its pictures. */
export async function picturesOf(ctx: Context, media: readonly MediaRef[]): Promise<Record<string, Picture>> {
  if (media.length === 0) return {};
  const { docs } = await ctx.payload.find({
    collection: slugs.media,
    where: { id: { in: media.map(({ id }) => id) } },
    select: { filename: true, sha256: true },
    limit: media.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req: ctx.req,
  });
  const files = new Map(docs.map((doc) => [String(doc.id), doc]));
  return Object.fromEntries(
    media.flatMap(({ id, sha256, thumbSha256, alt, width, height }) => {
      const { filename: name, sha256: present } = files.get(id) ?? {};
      // A file that was replaced since is another picture than the one that is asked for.
      if (!name || present !== sha256) return [];
      const src = `/api/${slugs.media}/file/${encodeURIComponent(name)}`;
      return [[sha256, { src, thumb: thumbSha256 ? `${src}?size=thumb` : null, alt, width, height }]];
    }),
  );
}

/** Those of an earlier view, where the library still has them. */
export async function picturesBySha(ctx: Context, shas: readonly string[]): Promise<Record<string, Picture>> {
  if (shas.length === 0) return {};
  const found = await rows(ctx.payload, slugs.media, { sha256: { in: [...shas] } }, ctx.req);
  return picturesOf(ctx, found.map(mediaRef));
}
