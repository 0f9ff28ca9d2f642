import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { isAdmin } from '@/access/people';
import { type What, whats } from '@/core/decisions';
import { operationWords } from '@/core/words/operation';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { ownSlots } from './hooks/ownSlots';

const words = Object.fromEntries(
  whats.map((what) => [what, both(operationWords.zh.whats[what], operationWords.en.whats[what])]),
) as Record<What, { zh: string; en: string }>;

/**
 * What was decided on each card, when and why: append only, a row where a decision changes. Follows from
 * the logs and the plans; people read it at /admin/decisions, this list is for who looks after the system.
 */
export const DecisionLog: CollectionConfig = {
  slug: slugs.decisions,
  labels: { singular: both('排期记录', 'Decision'), plural: both('排期记录', 'Decisions') },
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['at', 'what', 'title', 'feed', 'plannedAt'],
    group: groups.records,
    hidden: ({ user }) => !isAdmin(user),
  },
  defaultSort: '-at',
  access: accessFor(slugs.decisions),
  indexes: [{ fields: ['log', 'seq'] }, { fields: ['card', 'n'] }, { fields: ['feed', 'at'] }],
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, label: both('唯一键', 'Key') },
    { name: 'at', type: 'date', required: true, index: true, label: both('时间', 'At') },
    {
      name: 'what',
      type: 'select',
      required: true,
      index: true,
      label: both('决定', 'Decision'),
      options: options(words),
    },
    { name: 'log', type: 'text', label: both('日志', 'Log') },
    /** Of the entry that it tells of; empty for what is only planned. */
    { name: 'seq', type: 'number', label: both('序号', 'Seq') },
    /** Of what is planned: how far the log was read, and the how manyth plan of this card it is. */
    { name: 'readTo', type: 'number', label: both('读到', 'Read to') },
    { name: 'n', type: 'number', label: both('第几次', 'No.') },
    { name: 'card', type: 'text', label: both('发圈任务', 'Card') },
    {
      name: 'post',
      type: 'text',
      index: true,
      label: both('内容', 'Post'),
      admin: { components: { Cell: '/src/admin/cells/PostCell#PostCell' } },
    },
    {
      name: 'feed',
      type: 'text',
      label: both('账号组', 'Feed'),
      admin: { components: { Cell: '/src/admin/cells/FeedsCell#FeedsCell' } },
    },
    { name: 'variantKey', type: 'text', label: both('文案版本', 'Variant') },
    { name: 'approval', type: 'number', label: both('审批序号', 'Approval no.') },
    { name: 'title', type: 'text', label: both('标题', 'Title') },
    { name: 'plannedAt', type: 'date', label: both('计划时间', 'Planned at') },
    { name: 'before', type: 'date', label: both('原来的时间', 'Before') },
    { name: 'lateMinutes', type: 'number', label: both('迟了（分钟）', 'Late (minutes)') },
    { name: 'why', type: 'json', label: both('原因', 'Why') },
    {
      name: 'slots',
      type: 'json',
      label: both('占了名额的内容', 'What held the places'),
      hooks: { afterRead: [ownSlots] },
    },
    { name: 'by', type: 'text', label: both('由谁', 'By') },
    { name: 'byName', type: 'text', label: both('姓名', 'Name') },
  ],
};
