import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import {
  dayAndTime,
  firstComments,
  images,
  keyMayBeEmpty,
  linkField,
  segments,
  statusField,
  systemOnly,
  wholeNumber,
} from '../fields';
import { keepWriters } from '../hooks/keepWriters';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import {
  conflictLabels,
  copyModeLabels,
  kindLabels,
  lateLabels,
  statusLabels,
  visibilityLabels,
} from '../vocabulary';
import { bindApproval } from './hooks/bindApproval';
import { cardsInWords, reasonInWords } from './hooks/inWords';
import { keepSystemFields } from './hooks/keepSystemFields';
import { keyVariants } from './hooks/keyVariants';
import { refuseBadAudience } from './hooks/refuseBadAudience';
import { refuseDeleteOfDecided } from './hooks/refuseDeleteOfDecided';
import { rehashItsScript } from './hooks/rehashItsScript';
import { requireOwnFeeds, requireOwnFeedsToDelete } from './hooks/requireOwnFeeds';
import { requireOwnScript } from './hooks/requireOwnScript';
import { variantSegments } from './hooks/variantSegments';
import { lockOnceOut } from './lockOnceOut';

export const Posts: CollectionConfig = {
  slug: slugs.posts,
  labels: { singular: both('内容', 'Post'), plural: both('内容', 'Posts') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'status', 'scheduledAt', 'feeds', 'statusReason', 'updatedAt'],
    listSearchableFields: ['title', 'body'],
    group: groups.planning,
    description: both(
      '写好文案、图片和时间，提交审批；通过后按频次上限自动下发到员工的今日发圈。',
      'Write copy, pictures and time, then submit; once approved it is released to the desks of staff within the caps.',
    ),
    pagination: { defaultLimit: 25 },
  },
  defaultSort: '-updatedAt',
  access: accessFor(slugs.posts),
  disableDuplicate: false,
  indexes: [{ fields: ['inFlight', 'scheduledAt'] }],
  hooks: {
    beforeValidate: [requireOwnFeeds, requireOwnScript, keyVariants],
    beforeChange: [keepSystemFields, keepWriters, refuseBadAudience],
    afterChange: [bindApproval],
    beforeDelete: [requireOwnFeedsToDelete, refuseDeleteOfDecided],
    afterDelete: [rehashItsScript],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: both('内容', 'Content'),
          fields: lockOnceOut([
            {
              type: 'row',
              fields: [
                {
                  name: 'title',
                  type: 'text',
                  required: true,
                  maxLength: 80,
                  label: both('标题', 'Title'),
                  admin: {
                    width: '60%',
                    description: both('只在后台看得到，方便查找', 'Only seen here, to find it again'),
                  },
                },
                {
                  name: 'kind',
                  type: 'select',
                  required: true,
                  index: true,
                  label: both('类型', 'Kind'),
                  options: options(kindLabels),
                  admin: { width: '40%', components: { Cell: '/src/admin/cells/KindCell#KindCell' } },
                },
              ],
            },
            {
              name: 'body',
              type: 'textarea',
              maxLength: 5000,
              label: both('文案', 'Copy'),
              admin: {
                rows: 8,
                description: both(
                  '文案或图片至少要有一样。可用 {{staff.name}}、{{staff.wechat}}、{{store.name}}、{{staff.coupon}}，员工打开时换成自己的；{{product.price}} 换成商品价格。',
                  'Copy or pictures are needed. May use {{staff.name}}, {{staff.wechat}}, {{store.name}}, {{staff.coupon}}: each member gets their own; {{product.price}} becomes the product’s price.',
                ),
              },
            },
            images,
            {
              name: 'video',
              type: 'upload',
              relationTo: slugs.media,
              label: both('视频', 'Video'),
              admin: { description: both('视频、图片、链接三选一', 'Either a video, or images, or a link') },
            },
            {
              type: 'row',
              fields: [
                linkField('link', both('链接卡片', 'Link card')),
                { name: 'linkTitle', type: 'text', maxLength: 120, label: both('链接标题', 'Link title') },
              ],
            },
            firstComments,
            {
              type: 'row',
              fields: [
                {
                  name: 'copyMode',
                  type: 'select',
                  required: true,
                  defaultValue: 'exact',
                  label: both('怎么用这段文案', 'How staff use it'),
                  options: options(copyModeLabels),
                },
              ],
            },
            {
              name: 'guidance',
              type: 'textarea',
              maxLength: 2000,
              label: both('给员工的提示', 'Guidance for staff'),
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'product',
                  type: 'relationship',
                  relationTo: slugs.products,
                  label: both('商品', 'Product'),
                },
                {
                  name: 'offer',
                  type: 'relationship',
                  relationTo: slugs.offers,
                  label: both('优惠', 'Offer'),
                },
                {
                  name: 'occasion',
                  type: 'relationship',
                  relationTo: slugs.occasions,
                  label: both('节点', 'Occasion'),
                },
              ],
            },
          ]),
        },
        {
          label: both('谁可以看', 'Audience'),
          fields: lockOnceOut([
            {
              name: 'audience',
              type: 'group',
              label: both('谁可以看', 'Audience'),
              fields: [
                {
                  name: 'visibility',
                  type: 'select',
                  required: true,
                  defaultValue: 'everyone',
                  label: both('可见范围', 'Visibility'),
                  options: options(visibilityLabels),
                },
                {
                  ...segments,
                  admin: {
                    description: both(
                      '部分可见或不给谁看时选择，多个标签取并集；公开时不用选',
                      'For only and except; several tags are a union. Everyone needs none',
                    ),
                  },
                },
              ],
            },
            {
              name: 'variants',
              type: 'array',
              label: both('分人群文案', 'Variants'),
              labels: { singular: both('文案版本', 'Variant'), plural: both('文案版本', 'Variants') },
              maxRows: 20,
              admin: {
                description: both(
                  '给某些人群看另一版。只能用同一个互斥标签组里的标签，这样每位客户只会看到一版。',
                  'Another version for some segments, all of one exclusive dimension, so that each customer sees exactly one.',
                ),
              },
              fields: [
                {
                  name: 'key',
                  type: 'text',
                  required: true,
                  maxLength: 40,
                  validate: keyMayBeEmpty,
                  label: both('代号', 'Key'),
                  admin: {
                    description: both(
                      '可以不填，保存时自动编号。在下发记录和接口里用来区分版本。',
                      'May stay empty: it is numbered when saved. It tells the versions apart in records and in the API.',
                    ),
                  },
                },
                {
                  ...segments,
                  filterOptions: variantSegments,
                },
                {
                  name: 'body',
                  type: 'textarea',
                  maxLength: 5000,
                  label: both('文案', 'Copy'),
                  admin: { rows: 6, description: both('留空则与原文相同', 'Empty: as the base') },
                },
                images,
                firstComments,
              ],
            },
          ]),
        },
        {
          label: both('时间与账号', 'Time and feeds'),
          fields: lockOnceOut([
            {
              name: 'feeds',
              type: 'relationship',
              relationTo: slugs.feeds,
              hasMany: true,
              index: true,
              label: both('账号组', 'Feeds'),
              admin: {
                description: both('提交审批前要选', 'Needed before it can be submitted'),
                components: { Cell: '/src/admin/cells/FeedsCell#FeedsCell' },
              },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'scheduledAt',
                  type: 'date',
                  index: true,
                  label: both('发布时间', 'Time'),
                  admin: {
                    width: '50%',
                    description: both('提交审批前要填', 'Needed before it can be submitted'),
                    components: { Cell: '/src/admin/cells/TimeCell#TimeCell' },
                    date: { ...dayAndTime, timeIntervals: 15 },
                  },
                },
                {
                  name: 'expiresAt',
                  type: 'date',
                  label: both('过期时间', 'Expires at'),
                  admin: {
                    width: '50%',
                    date: dayAndTime,
                    description: both(
                      '在此之前可以迟发，之后不再下发',
                      'Released late until then, never after',
                    ),
                  },
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'onConflict',
                  type: 'select',
                  required: true,
                  defaultValue: 'defer',
                  label: both('超出上限时', 'When it does not fit'),
                  options: options(conflictLabels),
                  admin: { width: '50%' },
                },
                {
                  name: 'onLate',
                  type: 'select',
                  required: true,
                  defaultValue: 'release',
                  label: both('错过时间时', 'When its time has passed'),
                  options: options(lateLabels),
                  admin: {
                    width: '50%',
                    description: both(
                      '补发：在有效期内（没填就在宽限时间内）迟一点也发；倒计时这类过时就不对的，选跳过或留给人处理',
                      'Late: up to its end, or within the grace. For a countdown, which is wrong afterwards: skip or hold',
                    ),
                  },
                },
                {
                  name: 'priority',
                  type: 'number',
                  required: true,
                  defaultValue: 0,
                  min: -100,
                  max: 100,
                  validate: wholeNumber,
                  label: both('优先级', 'Priority'),
                  admin: {
                    width: '50%',
                    step: 1,
                    description: both('0 为普通，越大越先占名额', '0 is ordinary; higher goes first'),
                  },
                },
              ],
            },
            {
              name: 'dayBound',
              type: 'checkbox',
              defaultValue: false,
              label: both('只在当天有效', 'Bound to its day'),
              admin: {
                description: both(
                  '文案只对这一天成立，不顺延到别的日子',
                  'True on this day only: never deferred to another',
                ),
              },
            },
          ]),
        },
      ],
    },
    {
      name: 'panel',
      type: 'ui',
      label: both('预览与下一步', 'Preview and next step'),
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/post/PostPanelField#PostPanelField' },
      },
    },
    { ...statusField(statusLabels), index: true },
    {
      name: 'statusReason',
      type: 'text',
      virtual: true,
      label: both('说明', 'Why'),
      access: systemOnly,
      hooks: { afterRead: [reasonInWords] },
      admin: {
        position: 'sidebar',
        readOnly: true,
        components: {
          Field: '/src/admin/post/NoField#NoField',
          Cell: '/src/admin/cells/ReasonCell#ReasonCell',
        },
      },
    },
    {
      name: 'cards',
      type: 'json',
      virtual: true,
      label: both('发圈任务', 'Cards'),
      access: systemOnly,
      hooks: { afterRead: [cardsInWords] },
      admin: { hidden: true },
    },
    {
      name: 'contentHash',
      type: 'text',
      label: both('内容指纹', 'Content hash'),
      access: systemOnly,
      admin: { hidden: true },
    },
    ...lockOnceOut([
      {
        name: 'launchScript',
        type: 'relationship',
        relationTo: slugs.launchScripts,
        index: true,
        label: both('发售剧本', 'Launch script'),
        admin: { position: 'sidebar' },
      },
    ]),
    {
      name: 'launchStep',
      type: 'text',
      maxLength: 60,
      label: both('剧本步骤', 'Launch step'),
      admin: { hidden: true },
    },
    {
      name: 'replaces',
      type: 'relationship',
      relationTo: slugs.posts,
      label: both('更正自', 'Replaces'),
      access: systemOnly,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.replaces) },
    },
    { name: 'statusWords', type: 'json', access: { ...systemOnly, read: () => false }, hidden: true },
    { name: 'cardStates', type: 'json', access: { ...systemOnly, read: () => false }, hidden: true },
    // Another one at each write of the product: what was decided on an older state is not written over it.
    { name: 'stateToken', type: 'text', access: { ...systemOnly, read: () => false }, hidden: true },
    { name: 'changedBy', type: 'json', access: { ...systemOnly, read: () => false }, hidden: true },
    {
      name: 'inFlight',
      type: 'checkbox',
      index: true,
      defaultValue: false,
      access: systemOnly,
      hidden: true,
    },
  ],
};
