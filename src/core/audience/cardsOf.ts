import type { Audience } from '../model';
import { baseVariant } from '../model';
import type { AudienceReason } from '../reasons';
import { checkBase, checkExclusive, checkInside, checkKeys, checkKnown, checkOnce } from './checks';
import type { AudienceDraft } from './draft';

export interface CardAudience {
  variantKey: string;
  audience: Audience;
}

export type CardsOf = { ok: true; cards: CardAudience[] } | { ok: false; reasons: AudienceReason[] };

/** An ordered list: the first reasons are the ones to mend first. */
const checks: readonly { id: string; test: (post: AudienceDraft) => AudienceReason[] }[] = [
  { id: 'base-names-segments', test: checkBase },
  { id: 'variant-keys', test: checkKeys },
  { id: 'segments-known', test: checkKnown },
  { id: 'segments-once', test: checkOnce },
  { id: 'variants-inside', test: checkInside },
  { id: 'one-exclusive-dimension', test: checkExclusive },
];

/**
 * Splits a post into one audience for each version, so that every customer sees exactly one of them (or
 * none, when outside the post's audience). Base first, then the variants as written. Cases: RULES.md.
 */
export const cardsOf = (post: AudienceDraft): CardsOf => {
  const reasons = checks.flatMap((check) => check.test(post));
  if (reasons.length > 0) return { ok: false, reasons };
  const variants = post.variants.map(
    ({ key, segments }): CardAudience => ({ variantKey: key, audience: { visibility: 'only', segments } }),
  );
  const base = baseAudience(post);
  return { ok: true, cards: base ? [{ variantKey: baseVariant, audience: base }, ...variants] : variants };
};

/** What the variants leave over; null when that is nobody. */
const baseAudience = ({ audience, variants }: AudienceDraft): Audience | null => {
  const taken = variants.flatMap((variant) => variant.segments);
  switch (audience.visibility) {
    case 'everyone':
      return taken.length > 0 ? { visibility: 'except', segments: taken } : audience;
    case 'except':
      return { visibility: 'except', segments: [...audience.segments, ...taken] };
    case 'only': {
      const left = audience.segments.filter((segment) => !taken.includes(segment));
      return left.length > 0 ? { visibility: 'only', segments: left } : null;
    }
  }
};
