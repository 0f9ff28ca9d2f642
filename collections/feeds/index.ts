import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import { usualQuietHours } from '@/core/rules';
import { fencePlanInputs } from '@/server/fences/hook';
import { timeZoneField, wallTime, wholeNumber } from '../fields';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { channelLabels } from '../vocabulary';
import { keepPlaceOnceReleased } from './hooks/keepPlaceOnceReleased';
import { keepToOwnTeam } from './hooks/keepToOwnTeam';
import { refuseImpossibleHours } from './hooks/refuseImpossibleHours';
import { quietHoursLabel } from './labels';

export const Feeds: CollectionConfig = {
  slug: slugs.feeds,
  labels: { singular: both('账号组', 'Feed'), plural: both('账号组', 'Feeds') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'channel', 'pool', 'teams', 'active'],
    group: groups.audience,
    description: both(
      '一条发布线：组里的每位员工都把同样的内容发到自己的账号。企微账号组目前也由员工手动发布。',
      'One line of publication: every member posts the same content on an account of their own. WeCom feeds are posted by hand too, for now.',
    ),
    components: { edit: { SaveButton: '/src/admin/rule/SaveButton#SaveButton' } },
  },
  access: accessFor(slugs.feeds),
  hooks: {
    beforeValidate: [keepToOwnTeam, refuseImpossibleHours],
    beforeChange: [keepPlaceOnceReleased],
    afterChange: [fencePlanInputs(slugs.feeds)],
  },
  fields: [
    { name: 'name', type: 'text', label: both('名称', 'Name'), required: true, unique: true, maxLength: 80 },
    {
      name: 'channel',
      type: 'select',
      label: both('渠道', 'Channel'),
      required: true,
      defaultValue: 'wechat-moments',
      options: options(channelLabels),
    },
    timeZoneField(),
    {
      name: 'pool',
      type: 'relationship',
      relationTo: slugs.pools,
      index: true,
      label: both('客户池', 'Pool'),
      admin: {
        description: both(
          '与其他账号组共用客户时填写；下发过内容后不能再改。',
          'When it shares customers with other feeds; fixed once the feed has released.',
        ),
      },
    },
    {
      name: 'members',
      type: 'relationship',
      relationTo: slugs.users,
      hasMany: true,
      index: true,
      label: both('成员', 'Members'),
    },
    {
      name: 'teams',
      type: 'relationship',
      relationTo: slugs.teams,
      hasMany: true,
      index: true,
      label: both('团队', 'Teams'),
      admin: {
        description: both(
          '整队加入：队里每位员工都是成员',
          'A whole team joins: everybody in it is a member',
        ),
      },
    },
    {
      name: 'quietHours',
      type: 'group',
      label: quietHoursLabel,
      admin: {
        description: both(
          '这段时间里不下发，排到的内容等到结束再发；按账号组的时区。22:00 到 07:30 是经验值，可以改；不需要就两个都清空。',
          'Nothing is handed out meanwhile, what comes due waits for the end; in the feed’s time zone. 22:00 to 07:30 is experience, a setting; clear both when there are none.',
        ),
      },
      fields: [
        {
          type: 'row',
          fields: [
            wallTime('from', both('从', 'From'), usualQuietHours.from),
            wallTime('to', both('到', 'To'), usualQuietHours.to),
          ],
        },
      ],
    },
    {
      name: 'hoursPreview',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/rule/HoursPanelField#HoursPanelField' },
      },
    },
    {
      name: 'overlap',
      type: 'number',
      label: both('重叠员工数', 'Overlap'),
      required: true,
      defaultValue: 1,
      min: 1,
      max: 50,
      validate: wholeNumber,
      admin: {
        step: 1,
        description: both(
          '一位客户最多加了本组几位员工；每条内容按这个数计入上限。',
          'How many members of this feed one customer may know; each card counts that many times.',
        ),
      },
    },
    {
      name: 'leadMinutes',
      type: 'number',
      label: both('提前下发（分钟）', 'Hand out ahead (minutes)'),
      required: true,
      defaultValue: 0,
      min: 0,
      max: 720,
      validate: wholeNumber,
      admin: {
        step: 1,
        description: both(
          '提前放到员工的今日发圈，卡片写着「20:00 再发」；上限按计划时间计。',
          'Puts cards on the desk early, marked with the time to post; caps count the planned time.',
        ),
      },
    },
    {
      name: 'targets',
      type: 'textarea',
      label: both('发到哪里', 'Targets'),
      maxLength: 2000,
      admin: { description: both('社群、快闪群或私聊对象，用文字写明', 'Which groups or people, in words') },
    },
    { name: 'active', type: 'checkbox', label: both('启用', 'Active'), defaultValue: true },
  ],
};
