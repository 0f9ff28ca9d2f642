import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fenceDeletedInput, fencePlanInputs } from '@/server/fences/hook';
import { keyField } from '../fields';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { keepNamedSegment } from './hooks/keepNamed';

export const Segments: CollectionConfig = {
  slug: slugs.segments,
  labels: { singular: both('人群标签', 'Segment'), plural: both('人群标签', 'Segments') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'dimension', 'wechatTag'],
    listSearchableFields: ['name', 'key', 'wechatTag'],
    group: groups.audience,
  },
  access: accessFor(slugs.segments),
  hooks: {
    afterChange: [fencePlanInputs(slugs.segments)],
    beforeDelete: [keepNamedSegment],
    afterDelete: [fenceDeletedInput(slugs.segments)],
  },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 40 },
    keyField(both('例如 new-customer', 'For example new-customer')),
    {
      name: 'dimension',
      type: 'relationship',
      relationTo: slugs.segmentDimensions,
      required: true,
      index: true,
      label: both('标签组', 'Dimension'),
    },
    {
      name: 'wechatTag',
      type: 'text',
      label: both('微信标签', 'WeChat tag'),
      required: true,
      maxLength: 40,
      admin: {
        description: both(
          '员工手机上微信标签的名字，一字不差；发圈时按它选「谁可以看」。',
          'The name of the tag on the phones of staff, letter for letter; it is what they choose in WeChat.',
        ),
      },
    },
  ],
};
