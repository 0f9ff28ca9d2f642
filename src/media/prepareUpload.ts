import { type MediaRefusal, withEnding } from '../core/moments';
import { mediaLimits } from './limits';
import { prepareImage, type Rendition } from './prepareImage';
import { prepareVideo } from './prepareVideo';
import { sniff } from './sniff';

/** A file that may be stored: its own bytes, and for a picture its thumbnail. */
export interface AcceptedUpload {
  kind: 'image' | 'video';
  sha: string;
  data: Buffer;
  ext: 'jpg' | 'mp4';
  mimeType: 'image/jpeg' | 'video/mp4';
  /** Pixels; for a picture only. */
  width: number | null;
  height: number | null;
  thumb: Rendition | null;
  /** What the person called it, cleaned, with the ending of what it became. For showing and saving, never a path. */
  originalName: string;
}

export type PreparedUpload = { ok: true; file: AcceptedUpload } | { ok: false; reason: MediaRefusal };

let running: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One picture at a time, because decoding is what needs memory; a bounded number may wait. */
async function inTurn<T>(work: () => Promise<T>, busy: () => T): Promise<T> {
  if (waiting >= mediaLimits.waiting) return busy();
  waiting += 1;
  const mine = running.then(work, work);
  running = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

async function acceptImage(bytes: Buffer, name: string): Promise<PreparedUpload> {
  const made = await prepareImage(bytes, name);
  if (!made.ok) return made;
  const { moments, thumb, original } = made;
  return {
    ok: true,
    file: {
      kind: 'image',
      sha: moments.sha,
      data: moments.data,
      ext: 'jpg',
      mimeType: 'image/jpeg',
      width: moments.width,
      height: moments.height,
      thumb,
      originalName: withEnding(original.name, 'jpg'),
    },
  };
}

function acceptVideo(bytes: Buffer, name: string): PreparedUpload {
  const made = prepareVideo(bytes, name);
  if (!made.ok) return made;
  const { sha, data } = made.video;
  return {
    ok: true,
    file: {
      kind: 'video',
      sha,
      data,
      ext: 'mp4',
      mimeType: 'video/mp4',
      width: null,
      height: null,
      thumb: null,
      originalName: withEnding(made.original.name, 'mp4'),
    },
  };
}

/** Picture or video by content; the way that every upload goes, whichever door it came through. */
export async function prepareUpload(bytes: Buffer, declaredName: string): Promise<PreparedUpload> {
  return sniff(bytes).is === 'mp4'
    ? acceptVideo(bytes, declaredName)
    : inTurn<PreparedUpload>(
        () => acceptImage(bytes, declaredName),
        () => ({ ok: false, reason: { code: 'busy' } }),
      );
}
