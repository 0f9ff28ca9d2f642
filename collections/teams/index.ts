import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

export const Teams: CollectionConfig = {
  slug: slugs.teams,
  labels: { singular: both('团队', 'Team'), plural: both('团队', 'Teams') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'updatedAt'],
    group: groups.team,
    description: both(
      '编辑和主管只看到本团队账号组的内容；没有团队的人看到全部。',
      'Editors and managers see the content of their team’s feeds; people without a team see all of it.',
    ),
  },
  access: accessFor(slugs.teams),
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, unique: true, maxLength: 80 },
  ],
};
