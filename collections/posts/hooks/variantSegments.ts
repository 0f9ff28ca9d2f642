import type { FilterOptions, Where } from 'payload';
import type { DimensionId, SegmentId } from '@/core/model';
import { idsOf } from '@/server/posts/content';
import { segmentsFor } from '@/server/posts/together';

/**
 * Versions can be told apart by segments of one exclusive dimension alone: that of the first one chosen, once
 * there is one. What is offered only; an audience that cannot be is refused in words (`refuseBadAudience`).
 */
export const variantSegments: FilterOptions = async ({ data, req }): Promise<Where> => {
  const variants = (Array.isArray(data?.variants) ? data.variants : []) as { segments?: unknown }[];
  const [chosen] = variants.flatMap(({ segments }) => idsOf(segments));
  if (chosen) {
    const { segments, dimensions } = await segmentsFor(req);
    const dimension = segments.get(chosen as SegmentId)?.dimension;
    if (dimensions.get(dimension as DimensionId)?.exclusive) return { dimension: { equals: dimension } };
  }
  return { 'dimension.exclusive': { equals: true } };
};
