import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { isAdmin } from '@/access/people';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

/** One row for each scheduler process: its last pass. */
export const Heartbeats: CollectionConfig = {
  slug: slugs.heartbeats,
  labels: { singular: both('调度心跳', 'Heartbeat'), plural: both('调度心跳', 'Heartbeats') },
  admin: {
    useAsTitle: 'process',
    defaultColumns: ['process', 'at', 'milliseconds', 'released', 'deferred', 'held', 'ended', 'problem'],
    group: groups.records,
    hidden: ({ user }) => !isAdmin(user),
  },
  access: accessFor(slugs.heartbeats),
  timestamps: false,
  fields: [
    { name: 'process', type: 'text', required: true, unique: true, label: both('进程', 'Process') },
    { name: 'at', type: 'date', required: true, index: true, label: both('最近一次', 'Last pass') },
    {
      name: 'passedAt',
      type: 'date',
      label: both('最近一次处理', 'Last pass that worked'),
    },
    { name: 'milliseconds', type: 'number', label: both('用时（毫秒）', 'Took (ms)') },
    { name: 'released', type: 'number', label: both('下发', 'Released') },
    { name: 'deferred', type: 'number', label: both('顺延', 'Deferred') },
    { name: 'held', type: 'number', label: both('待人工处理', 'Held') },
    { name: 'ended', type: 'number', label: both('结束', 'Ended') },
    { name: 'problem', type: 'text', label: both('问题', 'Problem') },
  ],
};
