import type { ArrayField, Field } from 'payload';
import { farthestStepDays } from '@/core/launch/offset';
import { phaseLabels } from '@/core/words/launchPhases';
import { dayAndTime, firstComments, images, keyMayBeEmpty, segments, wallTime, wholeNumber } from '../fields';
import { both, options } from '../labels';
import { slugs } from '../slugs';
import { channelLabels, copyModeLabels, kindLabels } from '../vocabulary';

/** What phases belong to: a script has dates, a template only distances from a launch. */
type Of = 'script' | 'template';

const days = (name: string, label: { zh: string; en: string }): Field => ({
  name,
  type: 'number',
  min: -180,
  max: 180,
  required: true,
  validate: wholeNumber,
  label,
  admin: {
    width: '50%',
    step: 1,
    description: both('从开售当天数：-7 是提前七天', 'From the launch day: -7 is a week before'),
  },
});

/** From when to when an exception holds: dates, or days from the launch with their wall times. */
const span: Record<Of, Field[]> = {
  script: [
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
  ],
  template: [
    {
      type: 'row',
      fields: [
        days('fromDays', both('从第几天', 'From day')),
        wallTime('fromTime', both('几点', 'At'), '00:00'),
      ],
    },
    {
      type: 'row',
      fields: [days('toDays', both('到第几天', 'To day')), wallTime('toTime', both('几点', 'At'), '00:00')],
    },
  ],
};

const exceptions = (of: Of): ArrayField => ({
  name: 'exceptions',
  type: 'array',
  label: both('例外', 'Exceptions'),
  labels: { singular: both('例外', 'Exception'), plural: both('例外', 'Exceptions') },
  // One name for both would be one table: rows of scripts would then need phases of templates.
  dbName: ({ tableName }) => `${tableName}_exc`,
  maxRows: 20,
  admin: {
    initCollapsed: true,
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
    ...span[of],
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
});

/** Where a step goes: in a template the channels whose feeds are chosen when a script is made. */
const goesTo: Field[] = [
  {
    name: 'channels',
    type: 'select',
    hasMany: true,
    label: both('渠道', 'Channels'),
    options: options(channelLabels),
    admin: {
      description: both(
        '用模板做剧本时，发到所选账号组里这些渠道的账号组',
        'A script made from a template goes to the chosen feeds of these channels',
      ),
    },
  },
  {
    name: 'feeds',
    type: 'relationship',
    relationTo: slugs.feeds,
    hasMany: true,
    label: both('账号组', 'Feeds'),
  },
];

const time: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'offsetDays',
        type: 'number',
        min: -farthestStepDays,
        max: farthestStepDays,
        validate: wholeNumber,
        label: both('第几天', 'Day'),
        admin: {
          width: '33%',
          step: 1,
          description: both('从开售当天数：-7 是提前七天', 'From the launch day: -7 is a week before'),
        },
      },
      wallTime('time', both('几点', 'At')),
      {
        name: 'offsetMinutes',
        type: 'number',
        min: -farthestStepDays * 1440,
        max: farthestStepDays * 1440,
        validate: wholeNumber,
        label: both('或：离开售几分钟', 'Or: minutes from the launch'),
        admin: { width: '33%', step: 1, description: both('-60 是开售前一小时', '-60 is an hour before') },
      },
    ],
  },
];

/** What its post is made from; in a script the post has it from then on. */
const copy: Field[] = [
  { name: 'body', type: 'textarea', maxLength: 5000, label: both('文案', 'Copy'), admin: { rows: 5 } },
  {
    name: 'variants',
    type: 'array',
    label: both('分人群文案', 'Variants'),
    labels: { singular: both('分人群文案', 'Variant'), plural: both('分人群文案', 'Variants') },
    maxRows: 20,
    fields: [
      {
        name: 'key',
        type: 'text',
        required: true,
        maxLength: 40,
        label: both('代号', 'Key'),
        admin: {
          description: both(
            '与人群标签的代号相同时，做成剧本就给这个人群',
            'Where it is the key of a segment, a script made from it has it for that segment',
          ),
        },
      },
      segments,
      { name: 'body', type: 'textarea', maxLength: 5000, label: both('文案', 'Copy') },
      firstComments,
    ],
  },
  firstComments,
  images,
  {
    name: 'copyMode',
    type: 'select',
    defaultValue: 'exact',
    label: both('怎么用这段文案', 'How staff use it'),
    options: options(copyModeLabels),
  },
  {
    name: 'staffGuidance',
    type: 'textarea',
    maxLength: 2000,
    label: both('给员工的提示', 'Guidance for staff'),
  },
];

const steps: ArrayField = {
  name: 'steps',
  type: 'array',
  label: both('步骤', 'Steps'),
  labels: { singular: both('步骤', 'Step'), plural: both('步骤', 'Steps') },
  maxRows: 200,
  admin: { initCollapsed: true, components: { RowLabel: '/src/admin/launch/StepLabel#StepLabel' } },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 80, label: both('标题', 'Title') },
        { name: 'titleEn', type: 'text', maxLength: 120, label: both('英文标题', 'Title in English') },
      ],
    },
    {
      name: 'key',
      type: 'text',
      required: true,
      maxLength: 60,
      validate: keyMayBeEmpty,
      label: both('代号', 'Key'),
      admin: { description: both('可以不填，保存时自动编号', 'May stay empty: it is numbered when saved') },
    },
    ...time,
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: both('类型', 'Kind'),
      options: options(kindLabels),
    },
    ...goesTo,
    {
      name: 'flash',
      type: 'select',
      label: both('快闪群', 'Flash group'),
      options: options({
        opens: both('从这一步开群', 'Opens with it'),
        closes: both('到这一步解散', 'Closes with it'),
      }),
    },
    {
      name: 'pictures',
      type: 'number',
      min: 0,
      max: 9,
      defaultValue: 0,
      validate: wholeNumber,
      label: both('需要几张图片', 'Pictures needed'),
    },
    { name: 'guidance', type: 'textarea', maxLength: 2000, label: both('写作提示', 'Guidance') },
    ...copy,
  ],
};

/** The phases of a launch with their steps; templates and scripts have nearly the same shape. */
export const phases = (of: Of): ArrayField => ({
  name: 'phases',
  type: 'array',
  label: both('阶段', 'Phases'),
  labels: { singular: both('阶段', 'Phase'), plural: both('阶段', 'Phases') },
  maxRows: 20,
  admin: { initCollapsed: true, components: { RowLabel: '/src/admin/launch/PhaseLabel#PhaseLabel' } },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'key',
          type: 'select',
          required: true,
          label: both('阶段', 'Phase'),
          options: options(phaseLabels),
        },
        { name: 'name', type: 'text', maxLength: 40, label: both('名称', 'Name') },
        { name: 'nameEn', type: 'text', maxLength: 60, label: both('英文名称', 'Name in English') },
      ],
    },
    {
      name: 'guidance',
      type: 'textarea',
      maxLength: 2000,
      label: both('这个阶段要做什么', 'What it is for'),
    },
    {
      type: 'collapsible',
      label: both('对步骤的要求', 'What it asks of its steps'),
      admin: { initCollapsed: true },
      fields: [
        { name: 'required', type: 'checkbox', label: both('必须有步骤', 'Needs a step') },
        {
          name: 'kinds',
          type: 'select',
          hasMany: true,
          label: both('可以有的类型', 'Allowed kinds'),
          options: options(kindLabels),
          admin: { description: both('留空表示全部', 'Empty means all') },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'maxSales',
              type: 'number',
              min: 0,
              max: 200,
              validate: wholeNumber,
              label: both('最多几条卖货', 'Sales posts at most'),
              admin: { width: '50%', step: 1 },
            },
            {
              name: 'minGapMinutes',
              type: 'number',
              min: 0,
              max: 10_080,
              validate: wholeNumber,
              label: both('步骤之间至少几分钟', 'Least minutes between its steps'),
              admin: { width: '50%', step: 1 },
            },
          ],
        },
      ],
    },
    exceptions(of),
    steps,
  ],
});
