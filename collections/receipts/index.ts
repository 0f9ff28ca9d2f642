import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';

export const Receipts: CollectionConfig = {
  slug: slugs.receipts,
  labels: { singular: both('执行情况', 'Receipt'), plural: both('执行情况', 'Receipts') },
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['staff', 'release', 'state', 'reason', 'at'],
    group: groups.records,
  },
  defaultSort: '-at',
  access: accessFor(slugs.receipts),
  timestamps: false,
  fields: [
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      label: both('唯一键', 'Key'),
      admin: { description: both('下发:员工，一人一条', 'release:staff, one for each person') },
    },
    {
      name: 'release',
      type: 'text',
      required: true,
      index: true,
      label: both('下发', 'Release'),
      admin: { components: { Cell: '/src/admin/cells/ReleaseCell#ReleaseCell' } },
    },
    {
      name: 'staff',
      type: 'text',
      required: true,
      index: true,
      label: both('员工', 'Staff'),
      admin: { components: { Cell: '/src/admin/cells/PersonCell#PersonCell' } },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      label: both('状态', 'State'),
      options: options({
        copied: both('已复制', 'Copied'),
        posted: both('已发', 'Posted'),
        skipped: both('跳过', 'Skipped'),
        removed: both('已删除', 'Removed'),
      }),
    },
    { name: 'reason', type: 'text', maxLength: 200, label: both('原因', 'Reason') },
    { name: 'at', type: 'date', required: true, label: both('时间', 'At') },
    { name: 'proof', type: 'upload', relationTo: slugs.media, label: both('截图', 'Proof') },
  ],
};
