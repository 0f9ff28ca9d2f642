import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { scriptStatusLabels } from '@/core/words/launchReasons';
import { fencePlanInputs } from '@/server/fences/hook';
import { dayAndTime, statusField, systemOnly, timeZoneField } from '../fields';
import { keepWriters } from '../hooks/keepWriters';
import { both, groups } from '../labels';
import { slugs } from '../slugs';
import { bindApproval } from './hooks/bindApproval';
import { keepSystemFields } from './hooks/keepSystemFields';
import { keySteps } from './hooks/keySteps';
import { refuseBadExceptions } from './hooks/refuseBadExceptions';
import { requireOwnFeeds } from './hooks/requireOwnFeeds';
import { phases } from './phases';

export const LaunchScripts: CollectionConfig = {
  slug: slugs.launchScripts,
  labels: { singular: both('发售剧本', 'Launch script'), plural: both('发售剧本', 'Launch scripts') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'product', 'launchAt', 'status'],
    group: groups.planning,
  },
  access: accessFor(slugs.launchScripts),
  hooks: {
    beforeValidate: [requireOwnFeeds, keySteps],
    beforeChange: [keepSystemFields, keepWriters, refuseBadExceptions],
    afterChange: [fencePlanInputs(slugs.launchScripts), bindApproval],
  },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, maxLength: 80 },
    {
      type: 'row',
      fields: [
        { name: 'product', type: 'relationship', relationTo: slugs.products, label: both('商品', 'Product') },
        { name: 'offer', type: 'relationship', relationTo: slugs.offers, label: both('优惠', 'Offer') },
      ],
    },
    {
      name: 'launchAt',
      type: 'date',
      required: true,
      label: both('开售时间', 'Launch time'),
      admin: { date: dayAndTime, components: { Cell: '/src/admin/cells/TimeCell#TimeCell' } },
    },
    timeZoneField(),
    phases('script'),
    {
      name: 'panel',
      type: 'ui',
      label: both('状态与审批', 'Status and approval'),
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/launch/LaunchPanel#LaunchPanel' },
      },
    },
    statusField(scriptStatusLabels),
    {
      name: 'contentHash',
      type: 'text',
      label: both('内容指纹', 'Content hash'),
      access: systemOnly,
      admin: { hidden: true },
    },
    {
      name: 'template',
      type: 'relationship',
      relationTo: slugs.launchTemplates,
      label: both('来自模板', 'From the template'),
      access: systemOnly,
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data?.template) },
    },
    { name: 'templateHash', type: 'text', access: { ...systemOnly, read: () => false }, hidden: true },
    { name: 'changedBy', type: 'json', access: { ...systemOnly, read: () => false }, hidden: true },
    {
      name: 'posts',
      type: 'join',
      collection: slugs.posts,
      on: 'launchScript',
      label: both('内容', 'Posts'),
    },
  ],
};
