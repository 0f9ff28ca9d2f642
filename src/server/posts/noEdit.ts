import { randomUUID } from 'node:crypto';
import type { Where } from 'payload';

/** Goes into what the product itself writes: the time of the last edit stays that of a person. */
export const noEdit = { updatedAt: null } as const;

/**
 * Goes into what the product itself writes on a post: no edit, and whoever read the post before notices that it
 * was written since.
 */
export const postWrite = (): { updatedAt: null; stateToken: string } => ({
  ...noEdit,
  stateToken: randomUUID(),
});

/** The post as it was read: nobody has written it since. */
export const asRead = (row: Record<string, unknown>): Where => ({
  and: [
    { id: { equals: row.id } },
    { contentHash: { equals: row.contentHash } },
    { status: { equals: row.status } },
    row.stateToken == null ? { stateToken: { exists: false } } : { stateToken: { equals: row.stateToken } },
  ],
});
