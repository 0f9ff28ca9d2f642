import type { CollectionConfig } from 'payload';
import { accessFor, systemOnly } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { bindFileFacts } from './hooks/bindFileFacts';
import { keepFilesOfOthers } from './hooks/keepFilesOfOthers';
import { keepUsedFiles } from './hooks/keepUsedFiles';
import { reencodeUpload } from './hooks/reencodeUpload';
import { serveFile } from './hooks/serveFile';

/** Known once the file is there; before that there is nothing to show. */
const fact = {
  readOnly: true,
  disableBulkEdit: true,
  condition: (data: { sha256?: unknown }) => Boolean(data?.sha256),
} as const;

/**
 * Pictures and videos. Payload keeps the document; the bytes are in our own store under their SHA-256, so
 * Payload neither writes, crops, resizes nor fetches anything.
 */
export const media: CollectionConfig = {
  slug: slugs.media,
  labels: { singular: both('素材', 'Media'), plural: both('素材', 'Media') },
  access: accessFor(slugs.media),
  admin: {
    group: groups.content,
    useAsTitle: 'originalName',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    listSearchableFields: ['originalName', 'alt'],
    description: both(
      '图片自动转成朋友圈用的 JPG（宽 1080），并去掉拍摄地点等信息；视频只收 MP4。',
      'Pictures become the JPEG that Moments shows (1080 wide), without place and camera data; videos must be MP4.',
    ),
  },
  // A copy would make Payload read the file again over HTTP; the same file can be used in many posts.
  disableDuplicate: true,
  defaultSort: '-createdAt',
  upload: {
    disableLocalStorage: true,
    filesRequiredOnCreate: true,
    mimeTypes: [
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/gif',
      'image/avif',
      'image/tiff',
      'video/mp4',
    ],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    // No client may name a file that the server should fetch: no receipt is ever given out.
    requiresClientUploadReceipt: true,
    // The thumbnail's address has a query already, and its ETag keeps it fresh.
    cacheTags: false,
    adminThumbnail: ({ doc }) =>
      doc?.thumbSha256 && typeof doc.filename === 'string'
        ? `/api/${slugs.media}/file/${encodeURIComponent(doc.filename)}?size=thumb`
        : null,
    handlers: [serveFile],
  },
  hooks: {
    beforeOperation: [reencodeUpload],
    beforeValidate: [keepFilesOfOthers],
    beforeChange: [bindFileFacts],
    afterChange: [fencePlanInputs(slugs.media)],
    beforeDelete: [keepUsedFiles],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      maxLength: 200,
      label: both('图片说明', 'Description'),
      admin: {
        description: both(
          '一句话说明画面，便于搜索，也读给看不见图片的同事听。可以不填。',
          'One line about what it shows: for searching, and read aloud to colleagues who cannot see it. Optional.',
        ),
      },
    },
    {
      name: 'originalName',
      type: 'text',
      label: both('原文件名', 'Original name'),
      access: systemOnly,
      admin: {
        ...fact,
        description: both(
          '上传时的名字，方便查找；员工下载整组图片时按顺序叫 01.jpg、02.jpg。',
          'As it was uploaded, to find it again; staff who download a set get 01.jpg, 02.jpg, in posting order.',
        ),
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'momentsWidth',
          type: 'number',
          label: both('宽（像素）', 'Width (pixels)'),
          access: systemOnly,
          admin: fact,
        },
        {
          name: 'momentsHeight',
          type: 'number',
          label: both('高（像素）', 'Height (pixels)'),
          access: systemOnly,
          admin: fact,
        },
      ],
    },
    {
      name: 'sha256',
      type: 'text',
      index: true,
      label: both('文件指纹', 'SHA-256'),
      access: systemOnly,
      admin: { ...fact, position: 'sidebar', disableListColumn: true },
    },
    {
      name: 'thumbSha256',
      type: 'text',
      label: both('缩略图指纹', 'SHA-256 of the thumbnail'),
      access: systemOnly,
      admin: { hidden: true },
    },
  ],
};
