import type { Field, GlobalConfig } from 'payload';
import { accessForGlobal } from '@/access';
import { isDigestTime } from '@/core/notices';
import { localeOfLanguage } from '@/core/words/admin';
import { sentence } from '@/core/words/fields';
import { fenceSettings } from '@/server/fences/hook';
import { systemOnly, timeZoneField, wholeNumber } from '../fields';
import { both, groups, options } from '../labels';
import { globalSlugs } from '../slugs';

const whole = (
  name: string,
  label: { zh: string; en: string },
  more: { defaultValue: number; max: number; description?: { zh: string; en: string } },
) => ({
  name,
  type: 'number' as const,
  label,
  required: true,
  min: 0,
  max: more.max,
  validate: wholeNumber,
  defaultValue: more.defaultValue,
  admin: { step: 1, width: '50%', ...(more.description ? { description: more.description } : {}) },
});

const digestTime = (name: string, label: { zh: string; en: string }, usual: string): Field => ({
  name,
  type: 'text',
  label,
  defaultValue: usual,
  admin: { placeholder: usual, width: '50%' },
  validate: (value: string | null | undefined, { req }: { req: { i18n?: { language?: string } } }) =>
    !value || isDigestTime(value) || sentence('digestTime', localeOfLanguage(req.i18n?.language)),
});

/** Who stopped, when and why; empty while nothing is stopped. What was before is in the decisions. */
const stopFields: Field[] = [
  { name: 'stoppedAt', type: 'date' },
  { name: 'stoppedBy', type: 'text' },
  { name: 'stoppedByName', type: 'text' },
  { name: 'stoppedReason', type: 'textarea', maxLength: 2000 },
].map((field) => ({ ...field, access: systemOnly, admin: { hidden: true } }) as Field);

export const Settings: GlobalConfig = {
  slug: globalSlugs.settings,
  label: both('设置', 'Settings'),
  admin: { group: groups.team, hideAPIURL: true },
  access: accessForGlobal(globalSlugs.settings),
  hooks: { afterChange: [fenceSettings] },
  fields: [
    { name: 'brand', type: 'text', label: both('品牌', 'Brand'), maxLength: 60 },
    timeZoneField(),
    {
      name: 'stopped',
      type: 'checkbox',
      label: both('紧急停发', 'Stopped'),
      defaultValue: false,
      access: systemOnly,
      admin: {
        readOnly: true,
        description: both(
          '停发期间不下发，员工也不能复制。在首页停发和恢复。',
          'While on, nothing is handed out and nothing can be copied. Stop and resume on the home page.',
        ),
      },
    },
    ...stopFields,
    {
      type: 'row',
      fields: [
        whole('graceMinutes', both('可以迟发（分钟）', 'Grace (minutes)'), {
          defaultValue: 120,
          max: 1440,
          description: both('超过这么久就过期，不再补发。', 'Later than this a card expires instead.'),
        }),
        whole('deferDays', both('最多顺延（天）', 'Defer at most (days)'), { defaultValue: 2, max: 30 }),
      ],
    },
    {
      name: 'approverMustDiffer',
      type: 'checkbox',
      label: both('自己改的内容不能自己通过', 'Nobody approves their own changes'),
      defaultValue: true,
    },
    {
      name: 'approvalCovers',
      type: 'select',
      label: both('审批覆盖', 'An approval covers'),
      required: true,
      defaultValue: 'day',
      options: options({
        day: both('当天（当天内改时间不用重审）', 'The day (moving within it keeps the approval)'),
        instant: both('准确时间', 'The exact time'),
      }),
    },
    {
      name: 'kindTargets',
      type: 'group',
      label: both('内容配比目标（%）', 'Targets for the mix of kinds (%)'),
      fields: [
        {
          type: 'row',
          fields: [
            whole('persona', both('人设', 'Persona'), { defaultValue: 50, max: 100 }),
            whole('knowledge', both('干货', 'Knowledge'), { defaultValue: 20, max: 100 }),
            whole('sales', both('卖货', 'Sales'), { defaultValue: 30, max: 100 }),
          ],
        },
      ],
    },
    {
      name: 'digestTimes',
      type: 'group',
      label: both('汇总时间', 'Times of the digest'),
      admin: {
        description: both(
          '每天最多两次，把待审批、快到时间和提到您的汇总成一条；空着就不发。两小时内要发的会马上通知。',
          'At most twice a day: what waits, what is due soon and who mentions you, in one message; empty for none. What is due within two hours is told at once.',
        ),
      },
      fields: [
        {
          type: 'row',
          fields: [
            digestTime('first', both('第一次', 'First'), '09:00'),
            digestTime('second', both('第二次', 'Second'), '17:00'),
          ],
        },
      ],
    },
    {
      name: 'fold',
      type: 'group',
      label: both('朋友圈折叠', 'Folding in Moments'),
      admin: {
        description: both(
          '微信大约在第 6 行后折叠（经验值，随微信版本变化）。',
          'WeChat folds after about six lines (experience; changes with its versions).',
        ),
      },
      fields: [
        {
          type: 'row',
          fields: [
            whole('lines', both('行数', 'Lines'), { defaultValue: 6, max: 30 }),
            whole('charsPerLine', both('每行字数', 'Characters a line'), { defaultValue: 18, max: 60 }),
          ],
        },
      ],
    },
  ],
};
