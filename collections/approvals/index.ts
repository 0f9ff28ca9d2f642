import type { CollectionConfig } from 'payload';
import { accessFor, readByAllTeams } from '@/access';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';

/** Append only: one row for each decision on a subject, numbered without holes. The newest counts. */
export const Approvals: CollectionConfig = {
  slug: slugs.approvals,
  labels: { singular: both('审批记录', 'Approval'), plural: both('审批记录', 'Approvals') },
  admin: {
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'decision', 'byName', 'comment', 'at'],
    group: groups.records,
  },
  defaultSort: '-at',
  access: accessFor(slugs.approvals),
  indexes: [{ fields: ['subject', 'n'], unique: true }],
  timestamps: false,
  fields: [
    {
      name: 'subject',
      type: 'text',
      required: true,
      index: true,
      label: both('对象', 'Subject'),
      admin: {
        description: both('例如 posts:12', 'For example posts:12'),
        components: { Cell: '/src/admin/cells/PostCell#PostCell' },
      },
    },
    { name: 'n', type: 'number', required: true, label: both('序号', 'No.') },
    { name: 'contentHash', type: 'text', required: true, label: both('内容指纹', 'Content hash') },
    {
      name: 'decision',
      type: 'select',
      required: true,
      label: both('决定', 'Decision'),
      options: options({
        submitted: both('提交', 'Submitted'),
        approved: both('通过', 'Approved'),
        'changes-requested': both('退回修改', 'Changes requested'),
        withdrawn: both('撤回', 'Withdrawn'),
        lapsed: both('失效', 'Lapsed'),
      }),
    },
    { name: 'by', type: 'text', label: both('由谁', 'By') },
    { name: 'byName', type: 'text', label: both('姓名', 'Name') },
    { name: 'comment', type: 'textarea', label: both('意见', 'Comment') },
    { name: 'at', type: 'date', required: true, label: both('时间', 'At') },
    { name: 'covers', type: 'text', label: both('覆盖范围', 'Covers') },
    {
      name: 'frameHash',
      type: 'text',
      label: both('剧本本身的指纹', 'Hash of the script itself'),
      admin: { hidden: true },
    },
    {
      name: 'scheduledAt',
      type: 'date',
      label: both('当时的计划时间', 'The time that was asked for'),
      admin: { hidden: true },
    },
    { name: 'view', type: 'json', label: both('当时的内容', 'What was decided on') },
    {
      name: 'evidence',
      type: 'json',
      label: both('当时的计划', 'The plan at that time'),
      access: readByAllTeams(slugs.approvals),
    },
  ],
};
