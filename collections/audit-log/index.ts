import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

/** Append only; each entry carries the hash of the one before. */
export const AuditLog: CollectionConfig = {
  slug: slugs.auditLog,
  labels: { singular: both('审计记录', 'Audit entry'), plural: both('审计记录', 'Audit log') },
  admin: {
    useAsTitle: 'action',
    defaultColumns: ['n', 'at', 'actor', 'action', 'subject'],
    group: groups.records,
  },
  access: accessFor(slugs.auditLog),
  timestamps: false,
  fields: [
    { name: 'n', type: 'number', required: true, unique: true, label: both('序号', 'No.') },
    { name: 'at', type: 'date', required: true, label: both('时间', 'At') },
    { name: 'actor', type: 'text', label: both('操作人', 'Actor') },
    { name: 'action', type: 'text', required: true, label: both('操作', 'Action') },
    { name: 'subject', type: 'text', required: true, index: true, label: both('对象', 'Subject') },
    { name: 'changes', type: 'json', label: both('改动', 'Changes') },
    { name: 'previousHash', type: 'text', required: true, label: both('上一条指纹', 'Previous hash') },
    { name: 'hash', type: 'text', required: true, label: both('指纹', 'Hash') },
  ],
};
