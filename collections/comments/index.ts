import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

/** Append only: what people say to each other about a post or a launch script, beside the decisions on it. */
export const Comments: CollectionConfig = {
  slug: slugs.comments,
  labels: { singular: both('评论', 'Comment'), plural: both('评论', 'Comments') },
  admin: {
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'byName', 'text', 'at'],
    group: groups.records,
  },
  defaultSort: '-at',
  access: accessFor(slugs.comments),
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
    { name: 'step', type: 'text', label: both('剧本步骤', 'Launch step') },
    { name: 'text', type: 'textarea', required: true, label: both('内容', 'Text') },
    { name: 'by', type: 'text', required: true, label: both('由谁', 'By') },
    { name: 'byName', type: 'text', label: both('姓名', 'Name') },
    { name: 'mentions', type: 'json', label: both('提到', 'Mentions') },
    { name: 'at', type: 'date', required: true, index: true, label: both('时间', 'At') },
  ],
};
