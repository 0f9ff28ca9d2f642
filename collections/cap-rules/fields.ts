import type { Field } from 'payload';
import { mostHours } from '@/core/rules';
import { wholeNumber } from '../fields';
import { both, options } from '../labels';
import { slugs } from '../slugs';
import { channelLabels, kindLabels } from '../vocabulary';
import { clearUnusedHours } from './hooks/clearUnusedHours';
import { ruleLabels } from './labels';

const emptyMeansAll = both('留空表示全部', 'Empty means all');

/** How many, in how long, how far apart. */
const amounts: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'limit',
        type: 'number',
        min: 0,
        max: 10_000,
        validate: wholeNumber,
        label: ruleLabels.limit,
        admin: {
          step: 1,
          width: '50%',
          description: both('例如 3。只要间隔、不限条数时留空。', 'For example 3. Empty: a least gap alone.'),
        },
      },
      {
        name: 'minGapMinutes',
        type: 'number',
        min: 0,
        max: 10_080,
        validate: wholeNumber,
        label: ruleLabels.minGapMinutes,
        admin: {
          step: 1,
          width: '50%',
          description: both(
            '例如 30：前一条之后至少 30 分钟才发下一条。不要间隔就留空。',
            'For example 30: the next one at least 30 minutes after the one before. Empty: no gap.',
          ),
        },
      },
    ],
  },
  {
    name: 'window',
    type: 'group',
    label: both('多长时间里', 'Window'),
    admin: {
      description: both(
        '「最多几条」在多长时间里算。按客户池的时区；只有间隔的规则不用管。',
        'The time in which the limit counts, in the pool’s time zone; of no account for a gap alone.',
      ),
    },
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
              day: both('一天（0 点起）', 'Calendar day'),
              week: both('一周（周一起）', 'Week (from Monday)'),
              month: both('一个自然月', 'Calendar month'),
              'rolling-hours': both('任意连续几小时', 'Rolling hours'),
            }),
            admin: { width: '50%' },
          },
          {
            name: 'hours',
            type: 'number',
            min: 1,
            max: mostHours,
            validate: wholeNumber,
            label: ruleLabels['window.hours'],
            hooks: { beforeValidate: [clearUnusedHours] },
            admin: {
              step: 1,
              width: '50%',
              // Shown where it counts; what stood in it otherwise is not kept.
              condition: (_, sibling) => sibling?.unit === 'rolling-hours',
              description: both(
                '例如 48：任意连续 48 小时里都不超过。最多 744（31 天）。',
                'For example 48: never more in any 48 hours. At most 744 (31 days).',
              ),
            },
          },
        ],
      },
    ],
  },
];

/** Whose, and of what. */
const subjects: Field[] = [
  {
    name: 'scope',
    type: 'select',
    required: true,
    defaultValue: 'customer',
    label: both('按谁算', 'Counted for'),
    options: options({
      customer: both('任何一位客户看到的', 'What any one customer sees'),
      feed: both('一个账号组发出的', 'What one feed hands out'),
    }),
    admin: {
      description: both(
        '按客户算：所有标签组合都不会超过，重叠员工数计入。按账号组算：不管谁看得到。',
        'By customer: no combination of tags sees more, overlap included. By feed: whoever sees it.',
      ),
    },
  },
  {
    name: 'counts',
    type: 'select',
    required: true,
    defaultValue: 'all',
    label: both('计入', 'Counts'),
    options: options({
      all: both('全部内容', 'All posts'),
      daily: both('只计日常（不含发售剧本）', 'Daily posts only (without launches)'),
    }),
  },
  {
    name: 'kinds',
    type: 'select',
    hasMany: true,
    label: both('类型', 'Kinds'),
    options: options(kindLabels),
    admin: { description: emptyMeansAll },
  },
  {
    name: 'channels',
    type: 'select',
    hasMany: true,
    label: both('渠道', 'Channels'),
    options: options(channelLabels),
    admin: { description: emptyMeansAll },
  },
  {
    name: 'feeds',
    type: 'relationship',
    relationTo: slugs.feeds,
    hasMany: true,
    label: ruleLabels.feeds,
    admin: {
      description: emptyMeansAll,
      components: { Cell: '/src/admin/cells/FeedsCell#FeedsCell' },
    },
  },
];

export const capRuleFields: Field[] = [
  { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
  { name: 'enabled', type: 'checkbox', label: both('启用', 'Enabled'), defaultValue: true },
  ...amounts,
  ...subjects,
  {
    name: 'description',
    type: 'textarea',
    label: both('说明', 'Description'),
    maxLength: 2000,
    admin: {
      description: both(
        '数字从哪里来、为什么这样定，例如「行业经验」或「企业微信的限制」。',
        'Where the number comes from, for example “experience of the trade” or “a limit of WeCom”.',
      ),
    },
  },
  {
    name: 'preview',
    type: 'ui',
    label: both('规则的意思', 'What it says'),
    admin: {
      position: 'sidebar',
      components: {
        Field: '/src/admin/rule/RulePanelField#RulePanelField',
        Cell: '/src/admin/cells/RuleCell#RuleCell',
      },
    },
  },
];
