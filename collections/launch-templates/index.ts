import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { templateStatusLabels } from '@/core/words/launchReasons';
import { statusField, systemOnly } from '../fields';
import { keepWriters } from '../hooks/keepWriters';
import { both, groups } from '../labels';
import { keySteps } from '../launch-scripts/hooks/keySteps';
import { phases } from '../launch-scripts/phases';
import { slugs } from '../slugs';
import { bindApproval } from './hooks/bindApproval';
import { keepSystemFields } from './hooks/keepSystemFields';

export const LaunchTemplates: CollectionConfig = {
  slug: slugs.launchTemplates,
  labels: { singular: both('剧本模板', 'Launch template'), plural: both('剧本模板', 'Launch templates') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'updatedAt'],
    group: groups.planning,
    description: both(
      '发售的阶段、步骤和文案，可以反复用。主管通过之后，剧本里没有改过的步骤审批时会收起来。',
      'Phases, steps and copy of a launch, to be used again. Once a manager has approved a template, steps that a script leaves unchanged are folded in its approval.',
    ),
  },
  access: accessFor(slugs.launchTemplates),
  hooks: {
    beforeValidate: [keySteps],
    beforeChange: [keepSystemFields, keepWriters],
    afterChange: [bindApproval],
  },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    { name: 'nameEn', type: 'text', label: both('英文名称', 'Name in English'), maxLength: 120 },
    {
      name: 'description',
      type: 'textarea',
      label: both('适合什么时候用', 'What it is for'),
      maxLength: 1000,
    },
    phases('template'),
    {
      name: 'panel',
      type: 'ui',
      label: both('模板状态', 'Status of the template'),
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/launch/TemplatePanel#TemplatePanel' },
      },
    },
    statusField(templateStatusLabels),
    {
      name: 'contentHash',
      type: 'text',
      label: both('内容指纹', 'Content hash'),
      access: systemOnly,
      admin: { hidden: true },
    },
    { name: 'changedBy', type: 'json', access: { ...systemOnly, read: () => false }, hidden: true },
  ],
};
