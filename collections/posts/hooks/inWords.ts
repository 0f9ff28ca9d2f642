import type { FieldHook } from 'payload';
import type { CardState } from '@/core/approval/cardState';
import { localeFor } from '@/server/auth/language';

/** The reason of the post's status in the reader's language. */
export const reasonInWords: FieldHook = ({ data, req }) => data?.statusWords?.[localeFor(req)] ?? null;

/** The state of each card, with its reason in the reader's language. */
export const cardsInWords: FieldHook = ({ data, req }) =>
  ((data?.cardStates ?? []) as CardState[]).map((card) => ({
    ...card,
    reason: card.reason?.[localeFor(req)] ?? null,
  }));
