import type { Field } from 'payload';
import { wholeNumber } from '../fields';
import { both, options } from '../labels';
import { slugs } from '../slugs';
import { kindLabels } from '../vocabulary';

const segmentsField: Field = {
  name: 'segments',
  type: 'relationship',
  relationTo: slugs.segments,
  hasMany: true,
  label: both('人群标签', 'Segments'),
};

const firstComments: Field = {
  name: 'firstComments',
  type: 'array',
  label: both('首评', 'First comments'),
  fields: [{ name: 'text', type: 'textarea', label: both('内容', 'Text'), required: true }],
};

/** The phases of a launch with their steps; templates and scripts have the same shape. */
export const phases: Field = {
  name: 'phases',
  type: 'array',
  label: both('阶段', 'Phases'),
  fields: [
    {
      name: 'key',
      type: 'select',
      required: true,
      label: both('阶段', 'Phase'),
      options: options({
        tease: both('引发兴趣', 'Tease'),
        showcase: both('展示亮点价值', 'Showcase'),
        interact: both('福利互动', 'Interact'),
        'on-sale': both('商品开售', 'On sale'),
        momentum: both('营造氛围', 'Momentum'),
        review: both('结束复盘', 'Review'),
      }),
    },
    { name: 'name', type: 'text', label: both('名称', 'Name') },
    {
      name: 'exceptions',
      type: 'array',
      label: both('例外', 'Exceptions'),
      dbName: 'exc',
      fields: [
        {
          name: 'rule',
          type: 'relationship',
          relationTo: slugs.capRules,
          label: both('频次上限', 'Cap rule'),
        },
        {
          name: 'feeds',
          type: 'relationship',
          relationTo: slugs.feeds,
          hasMany: true,
          label: both('账号组', 'Feeds'),
        },
        { name: 'from', type: 'date', required: true, label: both('从', 'From') },
        { name: 'to', type: 'date', required: true, label: both('到', 'To') },
        { name: 'limit', type: 'number', min: 0, validate: wholeNumber, label: both('上限', 'Limit') },
        {
          name: 'minGapMinutes',
          type: 'number',
          min: 0,
          validate: wholeNumber,
          label: both('最少间隔（分钟）', 'Least gap (minutes)'),
        },
        { name: 'quietHours', type: 'checkbox', label: both('免打扰时段照发', 'Ignores quiet hours') },
        { name: 'reason', type: 'text', required: true, label: both('理由', 'Reason') },
      ],
    },
    {
      name: 'steps',
      type: 'array',
      label: both('步骤', 'Steps'),
      fields: [
        { name: 'key', type: 'text', required: true, label: both('代号', 'Key') },
        {
          name: 'offsetDays',
          type: 'number',
          validate: wholeNumber,
          label: both('相对天数', 'Offset in days'),
        },
        { name: 'time', type: 'text', label: both('时间', 'Time') },
        {
          name: 'offsetMinutes',
          type: 'number',
          validate: wholeNumber,
          label: both('相对分钟', 'Offset in minutes'),
        },
        {
          name: 'kind',
          type: 'select',
          required: true,
          label: both('类型', 'Kind'),
          options: options(kindLabels),
        },
        {
          name: 'feeds',
          type: 'relationship',
          relationTo: slugs.feeds,
          hasMany: true,
          label: both('账号组', 'Feeds'),
        },
        { name: 'title', type: 'text', required: true, label: both('标题', 'Title') },
        { name: 'body', type: 'textarea', label: both('文案', 'Copy') },
        {
          name: 'variants',
          type: 'array',
          label: both('分人群文案', 'Variants'),
          fields: [
            { name: 'key', type: 'text', required: true, label: both('代号', 'Key') },
            segmentsField,
            { name: 'body', type: 'textarea', label: both('文案', 'Copy') },
          ],
        },
        firstComments,
        { name: 'guidance', type: 'textarea', label: both('写作提示', 'Guidance') },
      ],
    },
  ],
};
