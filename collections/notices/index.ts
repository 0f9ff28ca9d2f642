import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { isAdmin } from '@/access/people';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';

/**
 * The outbox: what is to be told to one person or one group's robot, written in the transaction of what it is about,
 * and sent after it. `round` rows say that the digests of a time were made.
 */
export const Notices: CollectionConfig = {
  slug: slugs.notices,
  labels: { singular: both('通知', 'Notice'), plural: both('通知', 'Notices') },
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['at', 'kind', 'to', 'state', 'via', 'tries', 'problem'],
    group: groups.records,
    hidden: ({ user }) => !isAdmin(user),
  },
  defaultSort: '-at',
  access: accessFor(slugs.notices),
  indexes: [{ fields: ['state', 'nextAt'] }, { fields: ['to', 'triedAt'] }],
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, label: both('唯一键', 'Key') },
    /** The same for everybody who is told of one thing. */
    { name: 'topic', type: 'text', required: true, index: true, label: both('事由', 'Topic') },
    { name: 'kind', type: 'text', required: true, index: true, label: both('类型', 'Kind') },
    /** The id of a user as text, `wecom` or `dingtalk`. */
    { name: 'to', type: 'text', required: true, label: both('发给', 'To') },
    {
      name: 'urgency',
      type: 'select',
      required: true,
      label: both('什么时候发', 'When'),
      options: options({ now: both('马上', 'At once'), digest: both('汇总', 'In the digest') }),
    },
    /** Subject and text in both languages; which of them is decided when it is sent. */
    { name: 'words', type: 'json', label: both('文字', 'Words') },
    { name: 'link', type: 'text', label: both('链接', 'Link') },
    /** `posts:12`: who may no longer read it when it is sent is not told. */
    { name: 'about', type: 'json', label: both('关于', 'About') },
    { name: 'at', type: 'date', required: true, index: true, label: both('时间', 'At') },
    {
      name: 'state',
      type: 'select',
      required: true,
      label: both('状态', 'State'),
      options: options({
        waiting: both('等待', 'Waiting'),
        sent: both('已发出', 'Sent'),
        gathered: both('已并入汇总', 'In a digest'),
        'given-up': both('没有发出', 'Given up'),
      }),
    },
    /** Not before; while somebody sends it, until when it is theirs. */
    { name: 'nextAt', type: 'date', label: both('下次尝试', 'Next try') },
    { name: 'tries', type: 'number', required: true, defaultValue: 0, label: both('尝试次数', 'Tries') },
    { name: 'triedAt', type: 'date', label: both('上次尝试', 'Last try') },
    { name: 'sentAt', type: 'date', label: both('发出时间', 'Sent at') },
    { name: 'via', type: 'text', label: both('方式', 'Via') },
    { name: 'problem', type: 'text', label: both('问题', 'Problem') },
  ],
};
