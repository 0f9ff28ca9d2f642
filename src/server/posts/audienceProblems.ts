import type { PayloadRequest } from 'payload';
import { cardsOf } from '@/core/audience';
import type { Reason } from '@/core/reasons';
import { explain } from '@/core/words/plan';
import { localeFor } from '../auth/language';
import { contentOf } from './content';
import { segmentsFor } from './together';

const pathOf = (reason: Reason, keys: readonly string[]): string => {
  const key =
    'key' in reason
      ? reason.key
      : 'where' in reason && typeof reason.where === 'string'
        ? reason.where
        : null;
  const index = key === null ? -1 : keys.indexOf(key);
  if (index >= 0) return `variants.${index}.segments`;
  return reason.code.startsWith('variant') ? 'variants' : 'audience.segments';
};

/** Why the audience and variants of this post cannot be, each at its field, in the reader's language. */
export async function audienceProblems(
  req: PayloadRequest,
  row: Record<string, unknown>,
): Promise<{ path: string; message: string }[]> {
  const post = contentOf({ id: 'new', ...row });
  const refs = await segmentsFor(req);
  const cards = cardsOf({ ...post, ...refs });
  if (cards.ok) return [];
  const keys = post.variants.map((variant) => variant.key);
  return cards.reasons.map((reason) => ({
    path: pathOf(reason, keys),
    message: explain([reason], { ...refs, feeds: new Map(), zone: 'UTC' }, localeFor(req)),
  }));
}
