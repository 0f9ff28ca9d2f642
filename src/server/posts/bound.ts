import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

import type { PostContent, References } from '@/core/approval/content';
import { type ResolvedView, resolveView, type ViewOptions } from '@/core/approval/view';
import { contentOf } from './content';

/** A post with what an approval of it is bound to, computed from the database as it is now. */
export interface BoundPost {
  content: PostContent;
  view: ResolvedView;
  /** SHA-256 (hex) of the canonical JSON (RFC 8785) of the view. */
  hash: string;
  row: Record<string, unknown>;
}

/** SHA-256 (hex) of the canonical JSON (RFC 8785) of what an approval is bound to. */
export const hashOf = (view: object): string =>
  createHash('sha256')
    .update(canonicalize(view) ?? '')
    .digest('hex');

export function bind(row: Record<string, unknown>, refs: References, options: ViewOptions): BoundPost {
  const content = contentOf(row);
  const view = resolveView(content, refs, options);
  return { content, view, hash: hashOf(view), row };
}
