import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { keyField } from '../fields';
import { both, groups } from '../labels';
import { keepFilledDimension } from '../segments/hooks/keepNamed';
import { slugs } from '../slugs';

export const SegmentDimensions: CollectionConfig = {
  slug: slugs.segmentDimensions,
  labels: { singular: both('标签组', 'Dimension'), plural: both('标签组', 'Dimensions') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'key', 'exclusive', 'changes'],
    group: groups.audience,
    description: both(
      '一类人群标签，例如生命周期、偏好、身份。',
      'A family of segments, such as lifecycle, preference, identity.',
    ),
  },
  access: accessFor(slugs.segmentDimensions),
  hooks: { afterChange: [fencePlanInputs(slugs.segmentDimensions)], beforeDelete: [keepFilledDimension] },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 40 },
    keyField(both('例如 lifecycle', 'For example lifecycle')),
    {
      name: 'exclusive',
      type: 'checkbox',
      label: both('互斥', 'Exclusive'),
      defaultValue: false,
      admin: {
        description: both(
          '一位客户同时最多属于其中一个标签。分人群文案只能用互斥的标签组。',
          'A customer has at most one of its segments at a time. Variants need an exclusive dimension.',
        ),
      },
    },
    {
      name: 'changes',
      type: 'checkbox',
      label: both('会变动', 'Changes'),
      defaultValue: false,
      admin: {
        description: both(
          '客户一周内可能从一个标签换到另一个（例如生命周期）。',
          'Customers may move between its segments during a week (lifecycle, for instance).',
        ),
      },
    },
  ],
};
