import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fenceDeletedInput, fencePlanInputs } from '@/server/fences/hook';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { capRuleFields } from './fields';
import { refuseImpossibleRule } from './hooks/refuseImpossibleRule';
import { requireOwnFeeds } from './hooks/requireOwnFeeds';

export const CapRules: CollectionConfig = {
  slug: slugs.capRules,
  labels: { singular: both('频次上限', 'Cap rule'), plural: both('频次上限', 'Cap rules') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'preview', 'enabled'],
    group: groups.planning,
    description: both(
      '对每一种可能的客户都成立的上限：超出的内容会顺延、跳过或留给人处理。',
      'A limit that holds for every possible customer; what does not fit is deferred, skipped or held.',
    ),
    components: { edit: { SaveButton: '/src/admin/rule/SaveButton#SaveButton' } },
  },
  access: accessFor(slugs.capRules),
  hooks: {
    beforeValidate: [requireOwnFeeds, refuseImpossibleRule],
    afterChange: [fencePlanInputs(slugs.capRules)],
    afterDelete: [fenceDeletedInput(slugs.capRules)],
  },
  fields: capRuleFields,
};
