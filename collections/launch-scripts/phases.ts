import type { Field } from 'payload';
import { dayAndTime, wholeNumber } from '../fields';
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
  maxRows: 5,
  fields: [{ name: 'text', type: 'textarea', label: both('内容', 'Text'), required: true }],
};

/** The phases of a launch with their steps; templates and scripts have the same shape. */
export const phases: Field = {
  name: 'phases',
  type: 'array',
  label: both('阶段', 'Phases'),
  labels: { singular: both('阶段', 'Phase'), plural: both('阶段', 'Phases') },
  maxRows: 20,
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
    { name: 'name', type: 'text', maxLength: 40, label: both('名称', 'Name') },
    {
      name: 'exceptions',
      type: 'array',
      label: both('例外', 'Exceptions'),
      labels: { singular: both('例外', 'Exception'), plural: both('例外', 'Exceptions') },
      // One name for both would be one table: rows of scripts would then need phases of templates.
      dbName: ({ tableName }) => `${tableName}_exc`,
      maxRows: 20,
      admin: {
        description: both(
          '这个剧本的内容在某段时间可以超出某条上限、间隔或免打扰时段。随剧本一起由主管审批，通过后才算数。',
          'When the posts of this script may go beyond a limit, a gap or quiet hours. A manager approves them with the script; only then do they hold.',
        ),
      },
      fields: [
        {
          name: 'rule',
          type: 'relationship',
          relationTo: slugs.capRules,
          label: both('频次上限', 'Cap rule'),
          admin: {
            description: both(
              '放宽条数或间隔时要选；只为免打扰时段就不用',
              'Needed for a limit or a gap; not for quiet hours alone',
            ),
          },
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
          type: 'row',
          fields: [
            {
              name: 'from',
              type: 'date',
              required: true,
              label: both('从', 'From'),
              admin: { width: '50%', date: dayAndTime },
            },
            {
              name: 'to',
              type: 'date',
              required: true,
              label: both('到', 'To'),
              admin: { width: '50%', date: dayAndTime, description: both('最长 31 天', '31 days at most') },
            },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'limit',
              type: 'number',
              min: 0,
              max: 10_000,
              validate: wholeNumber,
              label: both('上限', 'Limit'),
              admin: {
                width: '50%',
                step: 1,
                description: both('比原来的高；不改就留空', 'Higher than the rule’s; empty: unchanged'),
              },
            },
            {
              name: 'minGapMinutes',
              type: 'number',
              min: 0,
              max: 10_080,
              validate: wholeNumber,
              label: both('最少间隔（分钟）', 'Least gap (minutes)'),
              admin: {
                width: '50%',
                step: 1,
                description: both('比原来的短；不改就留空', 'Less than the rule’s; empty: unchanged'),
              },
            },
          ],
        },
        { name: 'quietHours', type: 'checkbox', label: both('免打扰时段照发', 'Ignores quiet hours') },
        {
          name: 'reason',
          type: 'text',
          required: true,
          maxLength: 200,
          label: both('理由', 'Reason'),
          admin: { description: both('主管审批时会看到', 'The manager who approves it reads this') },
        },
      ],
    },
    {
      name: 'steps',
      type: 'array',
      label: both('步骤', 'Steps'),
      labels: { singular: both('步骤', 'Step'), plural: both('步骤', 'Steps') },
      maxRows: 200,
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
          maxRows: 20,
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
