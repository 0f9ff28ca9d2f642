import type { PayloadRequest } from 'payload';

/** On the answer of every door, Payload's own too, whose bodies are not ours. */
const header = 'X-Moments-Desk-Fence';

/**
 * The change of this request is committed, but its voids are not in every log yet: it stands, a pass that had read
 * the state before may still release from that, and the next pass completes the fence before it reads anything. So
 * the answer is no refusal, and has to say more than that all is done.
 */
export function rememberOpen(req: PayloadRequest): void {
  req.responseHeaders ??= new Headers();
  req.responseHeaders.set(header, 'open');
}

export const leftOpen = ({ responseHeaders }: PayloadRequest): boolean =>
  responseHeaders?.get(header) === 'open';
