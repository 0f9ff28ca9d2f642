import { z } from 'zod';
import { isStorable } from '@/core/storable';

/** Shapes that several endpoints take. */
export const words = z.string().max(2000).refine(isStorable);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** An id of either database, as text. */
export const idText = z.union([z.string().min(1).max(64), z.number().int()]).transform(String);
export const commented = z.object({ comment: words.nullish() });
