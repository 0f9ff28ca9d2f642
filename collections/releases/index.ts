import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { isAdmin } from '@/access/people';
import { recalledAtOf } from '@/server/log/hooks/recalledAt';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { kindLabels } from '../vocabulary';

/**
 * The pools' logs. Every field is a scalar or JSON and ids are text, so that one insert of one row
 * is the whole commit and nothing in another table can rewrite the past.
 */
export const Releases: CollectionConfig = {
  slug: slugs.releases,
  labels: { singular: both('下发记录', 'Release'), plural: both('下发记录', 'Releases') },
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['post', 'type', 'feed', 'kind', 'dueAt', 'releasedAt'],
    group: groups.records,
    // Voids say that a plan was made anew: of use to whoever looks after the system.
    baseFilter: ({ req }) => (isAdmin(req.user) ? null : { type: { not_equals: 'void' } }),
  },
  defaultSort: '-at',
  access: accessFor(slugs.releases),
  indexes: [
    { fields: ['log', 'seq'], unique: true },
    { fields: ['feed', 'localDate'] },
    { fields: ['log', 'dueAt'] },
  ],
  timestamps: false,
  fields: [
    { name: 'log', type: 'text', required: true, label: both('日志', 'Log') },
    { name: 'seq', type: 'number', required: true, label: both('序号', 'Seq') },
    {
      name: 'type',
      type: 'select',
      required: true,
      label: both('类别', 'Type'),
      options: options({
        release: both('下发', 'Release'),
        void: both('重算', 'Void'),
        recall: both('作废', 'Recall'),
        end: both('结束', 'End'),
      }),
    },
    { name: 'key', type: 'text', required: true, unique: true, label: both('唯一键', 'Key') },
    { name: 'at', type: 'date', required: true, index: true, label: both('记录时间', 'Recorded at') },
    { name: 'by', type: 'text', label: both('由谁', 'By') },
    { name: 'reason', type: 'json', label: both('原因', 'Reason') },
    {
      name: 'feed',
      type: 'text',
      label: both('账号组', 'Feed'),
      admin: { components: { Cell: '/src/admin/cells/FeedsCell#FeedsCell' } },
    },
    { name: 'card', type: 'text', index: true, label: both('发圈任务', 'Card') },
    {
      name: 'post',
      type: 'text',
      index: true,
      label: both('内容', 'Post'),
      admin: { components: { Cell: '/src/admin/cells/PostCell#PostCell' } },
    },
    { name: 'variantKey', type: 'text', label: both('文案版本', 'Variant') },
    { name: 'kind', type: 'select', label: both('类型', 'Kind'), options: options(kindLabels) },
    {
      name: 'outcome',
      type: 'select',
      label: both('结果', 'Outcome'),
      options: options({
        skip: both('跳过', 'Skipped'),
        hold: both('待人工处理', 'Held'),
        expire: both('过期', 'Expired'),
      }),
    },
    { name: 'audience', type: 'json', label: both('谁可以看', 'Audience') },
    { name: 'content', type: 'json', label: both('下发时的内容', 'Content as released') },
    { name: 'slots', type: 'json', label: both('占了名额的内容', 'What held the places') },
    { name: 'approval', type: 'number', label: both('审批序号', 'Approval no.') },
    { name: 'contentHash', type: 'text', label: both('内容指纹', 'Content hash') },
    { name: 'dueAt', type: 'date', label: both('计划时间', 'Due at') },
    { name: 'plannedAt', type: 'date', label: both('原定时间', 'Planned at') },
    { name: 'releasedAt', type: 'date', label: both('下发时间', 'Released at') },
    { name: 'localDate', type: 'text', label: both('当地日期', 'Local date') },
    {
      name: 'recalledAt',
      type: 'date',
      virtual: true,
      label: both('作废时间', 'Recalled at'),
      hooks: { afterRead: [recalledAtOf] },
    },
  ],
};
