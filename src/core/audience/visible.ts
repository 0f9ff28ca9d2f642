import { compareIds } from '../ids';
import type { Audience, SegmentId } from '../model';
import type { Profile } from '../reasons';

/** Whether a customer with these segments, and no others, sees a card of this audience. */
export const isVisible = (audience: Audience, profile: Profile): boolean => {
  switch (audience.visibility) {
    case 'everyone':
      return true;
    case 'only':
      return audience.segments.some((segment) => profile.includes(segment));
    case 'except':
      return !audience.segments.some((segment) => profile.includes(segment));
  }
};

export const namedBy = (audience: Audience): readonly SegmentId[] =>
  audience.visibility === 'everyone' ? [] : audience.segments;

/** Equal for audiences that the same customers see, whatever the order of their segments. */
export const audienceKey = (audience: Audience): string => {
  const known = keys.get(audience);
  if (known !== undefined) return known;
  const key =
    audience.visibility === 'everyone'
      ? 'everyone'
      : `${audience.visibility} ${[...new Set(audience.segments)].sort(compareIds).join(' ')}`;
  keys.set(audience, key);
  return key;
};

const keys = new WeakMap<Audience, string>();
