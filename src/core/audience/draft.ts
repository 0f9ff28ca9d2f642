import type { Audience, Dimension, DimensionId, Segment, SegmentId } from '../model';

export type Segments = ReadonlyMap<SegmentId, Segment>;
export type Dimensions = ReadonlyMap<DimensionId, Dimension>;

/** What decides who sees which version of a post, with the segments and dimensions as they are now. */
export interface AudienceDraft {
  audience: Audience;
  variants: readonly { key: string; segments: readonly SegmentId[] }[];
  segments: Segments;
  dimensions: Dimensions;
}
