import type { DimensionId, SegmentId } from '../model';
import { baseVariant } from '../model';
import type { AudienceReason } from '../reasons';
import type { AudienceDraft } from './draft';

const named = (post: AudienceDraft): readonly SegmentId[] =>
  post.audience.visibility === 'everyone' ? [] : post.audience.segments;

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** 「部分可见」 of nobody and 「不给谁看」 of nobody are both slips. */
export const checkBase = ({ audience }: AudienceDraft): AudienceReason[] =>
  audience.visibility !== 'everyone' && audience.segments.length === 0
    ? [{ code: 'audience-without-segments', visibility: audience.visibility }]
    : [];

/** Keys become part of the card key, whose parts are separated by colons. */
export const checkKeys = ({ variants }: AudienceDraft): AudienceReason[] => {
  const keys = variants.map((variant) => variant.key);
  return [
    ...keys
      .filter((key) => !/^[^\s:]+$/u.test(key))
      .map((key) => ({ code: 'variant-key-invalid', key }) as const),
    ...(keys.includes(baseVariant) ? [{ code: 'variant-key-reserved', key: baseVariant } as const] : []),
    ...unique(keys.filter((key, i) => keys.indexOf(key) !== i)).map(
      (key) => ({ code: 'variant-key-twice', key }) as const,
    ),
    ...variants
      .filter((variant) => variant.segments.length === 0)
      .map(({ key }) => ({ code: 'variant-without-segments', key }) as const),
  ];
};

export const checkKnown = (post: AudienceDraft): AudienceReason[] => {
  const places = [
    ...named(post).map((segment) => ({ segment, where: baseVariant })),
    ...post.variants.flatMap(({ key, segments }) => segments.map((segment) => ({ segment, where: key }))),
  ];
  return places
    .filter(({ segment }) => {
      const known = post.segments.get(segment);
      return !known || !post.dimensions.has(known.dimension);
    })
    .map((place) => ({ code: 'segment-unknown', ...place }) as const);
};

/** Twice in the base, twice in one variant, or in two variants: a customer would see two versions. */
export const checkOnce = (post: AudienceDraft): AudienceReason[] => {
  const twice = (places: { segment: SegmentId; where: string }[]): AudienceReason[] =>
    unique(places.map((place) => place.segment)).flatMap((segment) => {
      const where = places.filter((place) => place.segment === segment).map((place) => place.where);
      return where.length > 1
        ? [{ code: 'segment-named-twice', segment, where: unique(where) } as const]
        : [];
    });
  return [
    ...twice(named(post).map((segment) => ({ segment, where: baseVariant }))),
    ...twice(
      post.variants.flatMap(({ key, segments }) => segments.map((segment) => ({ segment, where: key }))),
    ),
  ];
};

export const checkInside = ({ audience, variants }: AudienceDraft): AudienceReason[] => {
  if (audience.visibility === 'everyone' || audience.segments.length === 0) return [];
  const { visibility } = audience;
  return variants.flatMap(({ key, segments }) => {
    const outside = unique(segments).filter(
      (segment) => audience.segments.includes(segment) !== (visibility === 'only'),
    );
    return outside.length > 0
      ? [{ code: 'variant-outside-audience', key, visibility, segments: outside } as const]
      : [];
  });
};

/**
 * With variants, every segment that decides who sees what must be of one exclusive dimension; else some
 * customer is in two of them and sees two versions.
 */
export const checkExclusive = (post: AudienceDraft): AudienceReason[] => {
  if (post.variants.length === 0) return [];
  const concerned = unique([...named(post), ...post.variants.flatMap((variant) => variant.segments)]);
  const dimensions = unique(
    concerned.flatMap((segment): DimensionId[] => {
      const known = post.segments.get(segment);
      return known && post.dimensions.has(known.dimension) ? [known.dimension] : [];
    }),
  );
  if (dimensions.length > 1) {
    return [{ code: 'variants-several-dimensions', dimensions, segments: concerned }];
  }
  return dimensions
    .filter((dimension) => !post.dimensions.get(dimension)?.exclusive)
    .map((dimension) => ({ code: 'variants-open-dimension', dimension }) as const);
};
