import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { systemOnly, timeZoneField } from '../fields';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { phases } from './phases';

export const LaunchScripts: CollectionConfig = {
  slug: slugs.launchScripts,
  labels: { singular: both('发售剧本', 'Launch script'), plural: both('发售剧本', 'Launch scripts') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'product', 'launchAt', 'status'],
    group: groups.planning,
  },
  access: accessFor(slugs.launchScripts),
  hooks: { afterChange: [fencePlanInputs(slugs.launchScripts)] },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    { name: 'product', type: 'relationship', relationTo: slugs.products, label: both('商品', 'Product') },
    {
      name: 'launchAt',
      type: 'date',
      required: true,
      label: both('开售时间', 'Launch time'),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    timeZoneField(),
    phases,
    {
      name: 'status',
      type: 'select',
      label: both('状态', 'Status'),
      defaultValue: 'draft',
      access: systemOnly,
      admin: { readOnly: true, position: 'sidebar' },
      options: options({
        draft: both('草稿', 'Draft'),
        'in-review': both('待审批', 'In review'),
        'changes-requested': both('退回修改', 'Changes requested'),
        approved: both('已通过', 'Approved'),
        cancelled: both('已取消', 'Cancelled'),
      }),
    },
    {
      name: 'posts',
      type: 'join',
      collection: slugs.posts,
      on: 'launchScript',
      label: both('内容', 'Posts'),
    },
  ],
};
