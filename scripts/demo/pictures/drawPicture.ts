import sharp from 'sharp';
import type { Picture } from './scenes';
import { type PictureKey, pictures } from './specs';

export const svgOf = (picture: Picture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}" viewBox="0 0 ${picture.width} ${picture.height}">${picture.body}</svg>`;

/** One picture of the demo as a JPEG, 1080 wide. The same key gives the same bytes on one machine. */
export const drawPicture = (spec: PictureKey | Picture): Promise<Buffer> =>
  sharp(Buffer.from(svgOf(typeof spec === 'string' ? pictures[spec]() : spec)))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
    .toBuffer();
