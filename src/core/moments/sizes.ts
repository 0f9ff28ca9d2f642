/** Width and height in pixels, as people see the picture (after its orientation is applied). */
export interface Size {
  width: number;
  height: number;
}

/** What Moments shows on a phone without scaling it up; a wider picture only loses detail on WeChat's side. */
export const momentsWidth = 1080;
export const thumbWidth = 320;
/** Long pictures (长图) are common in this trade; beyond this they are unreadable strips on a phone. */
export const maxAspect = 20;
/** A thumbnail is at most twice as long as it is wide (or the other way round); the rest is cut off. */
const thumbAspect = 2;

const scaled = ({ width, height }: Size, to: number): Size => {
  const target = Math.min(width, to);
  return { width: target, height: Math.max(1, Math.round((height * target) / width)) };
};

/** The long side over the short one, 1 or more. */
export const aspect = ({ width, height }: Size): number => Math.max(width, height) / Math.min(width, height);

/** The size for Moments: never enlarged, shape kept. */
export const fitMoments = (size: Size): Size => scaled(size, momentsWidth);

/** The size of the thumbnail; a picture longer or wider than 2:1 is cropped to that shape by whoever draws it. */
export function fitThumb({ width, height }: Size): Size {
  const shape = {
    width: Math.min(width, height * thumbAspect),
    height: Math.min(height, width * thumbAspect),
  };
  return scaled(shape, thumbWidth);
}
