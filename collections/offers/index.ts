import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { fencePlanInputs } from '@/server/fences/hook';
import { dayAndTime } from '../fields';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { keepNamedOffer } from './hooks/keepNamedOffer';

const date = (name: string, label: { zh: string; en: string }) => ({
  name,
  type: 'date' as const,
  label,
  admin: { width: '50%', date: dayAndTime },
});

export const Offers: CollectionConfig = {
  slug: slugs.offers,
  labels: { singular: both('优惠', 'Offer'), plural: both('优惠', 'Offers') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'product', 'validFrom', 'validTo', 'code'],
    group: groups.goods,
  },
  access: accessFor(slugs.offers),
  hooks: { afterChange: [fencePlanInputs(slugs.offers)], beforeDelete: [keepNamedOffer] },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    { name: 'kind', type: 'text', label: both('形式', 'Kind'), maxLength: 40 },
    { name: 'product', type: 'relationship', relationTo: slugs.products, label: both('商品', 'Product') },
    {
      type: 'row',
      fields: [date('validFrom', both('开始', 'Valid from')), date('validTo', both('结束', 'Valid to'))],
    },
    { name: 'code', type: 'text', label: both('优惠码', 'Code'), maxLength: 40 },
    { name: 'terms', type: 'textarea', label: both('规则说明', 'Terms'), maxLength: 2000 },
  ],
};
