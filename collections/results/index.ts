import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { wholeNumber } from '../fields';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { keepToOwnTeam } from './hooks/keepToOwnTeam';

const amount = (name: string, label: { zh: string; en: string }) => ({
  name,
  type: 'number' as const,
  label,
  min: 0,
  max: 100_000_000,
});

const count = (name: string, label: { zh: string; en: string }) => ({
  ...amount(name, label),
  validate: wholeNumber,
});

export const Results: CollectionConfig = {
  slug: slugs.results,
  labels: { singular: both('效果', 'Result'), plural: both('效果', 'Results') },
  admin: {
    useAsTitle: 'release',
    defaultColumns: ['release', 'staff', 'likes', 'comments', 'orders'],
    group: groups.records,
  },
  access: accessFor(slugs.results),
  hooks: { beforeValidate: [keepToOwnTeam] },
  fields: [
    { name: 'release', type: 'text', required: true, index: true, label: both('下发', 'Release') },
    { name: 'staff', type: 'text', index: true, label: both('员工', 'Staff') },
    count('likes', both('点赞', 'Likes')),
    count('comments', both('评论', 'Comments')),
    count('orders', both('订单', 'Orders')),
    amount('revenue', both('成交额（元）', 'Revenue (CNY)')),
    { name: 'source', type: 'text', maxLength: 80, label: both('来源', 'Source') },
  ],
};
