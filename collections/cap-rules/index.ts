import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fenceDeletedInput, fencePlanInputs } from '@/server/fences/hook';
import { wholeNumber } from '../fields';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { channelLabels, kindLabels } from '../vocabulary';
import { refuseUnsupportedRule } from './hooks/refuseUnsupportedRule';
import { requireOwnFeeds } from './hooks/requireOwnFeeds';

export const CapRules: CollectionConfig = {
  slug: slugs.capRules,
  labels: { singular: both('频次上限', 'Cap rule'), plural: both('频次上限', 'Cap rules') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'scope', 'kinds', 'limit', 'enabled'],
    group: groups.planning,
    description: both(
      '对每一种可能的客户都成立的上限：超出的内容会顺延、跳过或留给人处理。',
      'A limit that holds for every possible customer; what does not fit is deferred, skipped or held.',
    ),
  },
  access: accessFor(slugs.capRules),
  hooks: {
    beforeValidate: [requireOwnFeeds, refuseUnsupportedRule],
    afterChange: [fencePlanInputs(slugs.capRules)],
    afterDelete: [fenceDeletedInput(slugs.capRules)],
  },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    { name: 'enabled', type: 'checkbox', label: both('启用', 'Enabled'), defaultValue: true },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      label: both('类型', 'Kinds'),
      options: options(kindLabels),
      admin: { description: both('留空表示全部', 'Empty means all') },
    },
    {
      name: 'feeds',
      type: 'relationship',
      relationTo: slugs.feeds,
      hasMany: true,
      label: both('账号组', 'Feeds'),
      admin: { description: both('留空表示全部', 'Empty means all') },
    },
    {
      name: 'channels',
      type: 'select',
      hasMany: true,
      label: both('渠道', 'Channels'),
      options: options(channelLabels),
      admin: { description: both('留空表示全部', 'Empty means all') },
    },
    {
      name: 'counts',
      type: 'select',
      required: true,
      defaultValue: 'all',
      label: both('计入', 'Counts'),
      options: options({
        all: both('全部内容', 'All posts'),
        daily: both('只计日常（不含发售剧本）', 'Daily posts only'),
      }),
    },
    {
      name: 'scope',
      type: 'select',
      required: true,
      defaultValue: 'customer',
      label: both('对象', 'Scope'),
      options: options({
        customer: both('任何一位客户看到的', 'What any one customer sees'),
        feed: both('一个账号组发出的', 'What one feed hands out'),
      }),
    },
    {
      name: 'window',
      type: 'group',
      label: both('时间窗', 'Window'),
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'unit',
              type: 'select',
              required: true,
              defaultValue: 'day',
              label: both('单位', 'Unit'),
              options: options({
                day: both('自然日', 'Calendar day'),
                week: both('自然周', 'Calendar week'),
                month: both('自然月', 'Calendar month'),
                'rolling-hours': both('滚动小时', 'Rolling hours'),
              }),
            },
            {
              name: 'hours',
              type: 'number',
              min: 1,
              max: 744,
              validate: wholeNumber,
              label: both('小时数', 'Hours'),
            },
          ],
        },
      ],
    },
    {
      name: 'limit',
      type: 'number',
      required: true,
      min: 0,
      max: 10_000,
      validate: wholeNumber,
      label: both('上限', 'Limit'),
      admin: { step: 1 },
    },
    {
      name: 'minGapMinutes',
      type: 'number',
      min: 0,
      max: 10_080,
      validate: wholeNumber,
      label: both('最少间隔（分钟）', 'Least gap (minutes)'),
      admin: { step: 1 },
    },
  ],
};
