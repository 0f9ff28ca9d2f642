import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { keepDaysOnceReleased } from '../feeds/hooks/keepPlaceOnceReleased';
import { timeZoneField } from '../fields';
import { both, groups } from '../labels';
import { slugs } from '../slugs';

export const Pools: CollectionConfig = {
  slug: slugs.pools,
  labels: { singular: both('客户池', 'Pool'), plural: both('客户池', 'Pools') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'timezone'],
    group: groups.audience,
    description: both(
      '共用客户的账号组放进同一个客户池，频次上限按客户池计算。不在任何池里的账号组自成一池。',
      'Feeds that share customers belong to one pool; caps are counted per pool. A feed without one is a pool of its own.',
    ),
  },
  access: accessFor(slugs.pools),
  hooks: { beforeChange: [keepDaysOnceReleased], afterChange: [fencePlanInputs(slugs.pools)] },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, unique: true, maxLength: 80 },
    timeZoneField(both('「一天」从这个时区的零点算起', 'A day of the caps begins at midnight in this zone')),
  ],
};
