import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { wholeNumber } from '../fields';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';

export const Occasions: CollectionConfig = {
  slug: slugs.occasions,
  labels: { singular: both('节点', 'Occasion'), plural: both('节点', 'Occasions') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'date', 'leadDays'],
    group: groups.planning,
    description: both(
      '节日、节气、行业日、店庆、会员日',
      'Festivals, solar terms, industry days, anniversaries, member days',
    ),
  },
  access: accessFor(slugs.occasions),
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    {
      name: 'kind',
      type: 'select',
      label: both('类型', 'Kind'),
      required: true,
      defaultValue: 'own',
      options: options({
        festival: both('节日', 'Festival'),
        'solar-term': both('节气', 'Solar term'),
        industry: both('行业日', 'Industry day'),
        anniversary: both('店庆', 'Anniversary'),
        'member-day': both('会员日', 'Member day'),
        own: both('自定义', 'Own'),
      }),
    },
    {
      name: 'date',
      type: 'date',
      label: both('日期', 'Date'),
      admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
    },
    {
      name: 'rule',
      type: 'text',
      label: both('重复规则', 'Rule'),
      maxLength: 200,
      admin: {
        description: both(
          'RRULE，例如 FREQ=MONTHLY;BYMONTHDAY=8',
          'An RRULE, for example FREQ=MONTHLY;BYMONTHDAY=8',
        ),
      },
    },
    {
      name: 'leadDays',
      type: 'number',
      label: both('提前几天准备', 'Days of lead'),
      defaultValue: 7,
      min: 0,
      max: 120,
      validate: wholeNumber,
    },
  ],
};
