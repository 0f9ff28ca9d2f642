import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

/**
 * A change of something that plans or hashes rest on, recorded in the transaction of the change itself.
 * Until `done`, each log of `logs` still needs its void entry.
 */
export const Fences: CollectionConfig = {
  slug: slugs.fences,
  labels: { singular: both('变更栅栏', 'Fence'), plural: both('变更栅栏', 'Fences') },
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['key', 'reason', 'at', 'done'],
    group: groups.records,
    hidden: true,
  },
  access: accessFor(slugs.fences),
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, label: both('唯一键', 'Key') },
    { name: 'logs', type: 'json', required: true, label: both('日志', 'Logs') },
    { name: 'reason', type: 'text', required: true, label: both('原因', 'Reason') },
    { name: 'by', type: 'text', label: both('由谁', 'By') },
    { name: 'at', type: 'date', required: true, label: both('时间', 'At') },
    { name: 'done', type: 'checkbox', index: true, defaultValue: false, label: both('完成', 'Done') },
  ],
};
