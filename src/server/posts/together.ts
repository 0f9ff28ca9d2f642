import type { PayloadRequest } from 'payload';
import { loadSegments } from './references';

type Segments = ReturnType<typeof loadSegments>;

/** What posts share that one request makes one after the other, while it writes nothing else. */
interface Together {
  /** Ids of those that are written. */
  made: string[];
  segments?: Segments;
}

/** In the context of the request, which no door lets anybody write. */
const key = 'posts made together';

export const togetherIn = ({ context }: PayloadRequest): Together | undefined =>
  context[key] as Together | undefined;

/** @returns ids of the posts that `write` has made */
export async function together(req: PayloadRequest, write: () => Promise<void>): Promise<string[]> {
  const shared: Together = { made: [] };
  req.context[key] = shared;
  try {
    await write();
  } finally {
    delete req.context[key];
  }
  return shared.made;
}

/** Every segment, for a post that is being written. */
export function segmentsFor(req: PayloadRequest): Segments {
  const shared = togetherIn(req);
  if (!shared) return loadSegments(req.payload, req);
  shared.segments ??= loadSegments(req.payload, req);
  return shared.segments;
}
