import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups } from '../labels';
import { phases } from '../launch-scripts/phases';
import { slugs } from '../slugs';

export const LaunchTemplates: CollectionConfig = {
  slug: slugs.launchTemplates,
  labels: { singular: both('剧本模板', 'Launch template'), plural: both('剧本模板', 'Launch templates') },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'updatedAt'], group: groups.planning },
  access: accessFor(slugs.launchTemplates),
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    phases,
  ],
};
