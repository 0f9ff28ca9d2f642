import type { CollectionBeforeValidateHook } from 'payload';
import { nameVariants } from '@/core/audience';

/** Nobody has to invent a key for a version. */
export const keyVariants: CollectionBeforeValidateHook = ({ data }) =>
  Array.isArray(data?.variants) ? { ...data, variants: nameVariants(data.variants) } : data;
