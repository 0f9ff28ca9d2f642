import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { linkField } from '../fields';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';

export const Products: CollectionConfig = {
  slug: slugs.products,
  labels: { singular: both('商品', 'Product'), plural: both('商品', 'Products') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'tier', 'price'],
    group: groups.goods,
    description: both(
      '文案里写 {{product.name}}、{{product.price}} 会自动换成这里的值；改动后，用到它的已通过内容要重新审批。',
      'Copy may say {{product.name}} and {{product.price}}; a change voids the approvals of posts that use them.',
    ),
  },
  access: accessFor(slugs.products),
  hooks: { afterChange: [fencePlanInputs(slugs.products)] },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    {
      name: 'tier',
      type: 'select',
      label: both('定位', 'Tier'),
      options: options({
        traffic: both('引流', 'Traffic'),
        core: both('核心', 'Core'),
        profit: both('利润', 'Profit'),
        hero: both('爆款', 'Hero'),
        extension: both('拓展', 'Extension'),
      }),
    },
    { name: 'price', type: 'number', label: both('价格（元）', 'Price (CNY)'), min: 0, max: 10_000_000 },
    linkField('link', both('购买链接', 'Link')),
    {
      name: 'images',
      type: 'upload',
      relationTo: slugs.media,
      hasMany: true,
      maxRows: 9,
      label: both('图片', 'Images'),
    },
  ],
};
