import type { CollectionConfig } from 'payload';
import { accessFor } from '@/access';
import {
  accountField,
  apiKeyField,
  apiKeySwitchField,
  ownSettingField,
  rolesField,
  sessionsField,
  standingField,
} from '@/access/people';
import { both, groups, options } from '../labels';
import { slugs } from '../slugs';
import { rememberAsked } from './hooks/asked';
import { boundSignIn, giveBackTry } from './hooks/boundSignIn';
import { checkPassword, checkPasswordOfReset } from './hooks/checkPassword';
import { endSessionsWhenRightsChange } from './hooks/endSessionsWhenRightsChange';
import { firstAdmin } from './hooks/firstAdmin';
import { homeOfNewStaff } from './hooks/homeOfNewStaff';
import { keepOneAdmin } from './hooks/keepOneAdmin';
import { keepUsers } from './hooks/keepUsers';
import { normaliseUsername } from './hooks/normaliseUsername';
import { raiseOnlyByAdmin } from './hooks/raiseOnlyByAdmin';
import { cookieOptions, recoverOnlyByMail, recoveryMail, recoverySubject } from './hooks/recoverOnlyByMail';
import { refuseInactive } from './hooks/refuseInactive';
import { resetPassword } from './hooks/resetPassword';
import { sayInWords } from './hooks/sayInWords';
import { askRole, askUsername } from './hooks/validations';

const thirtyDays = 30 * 24 * 60 * 60;

/**
 * People. Rights are read from here at every request and are never in the token; accounts are switched
 * off, not deleted. Who may write what is in `core/abilities/RULES.md`.
 */
export const Users: CollectionConfig = {
  slug: slugs.users,
  labels: { singular: both('成员', 'Person'), plural: both('成员', 'People') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'roles', 'team', 'active'],
    listSearchableFields: ['name', 'username', 'email'],
    group: groups.team,
    description: both(
      '员工用手机号或工号登录。离职请停用账号：立刻退出所有手机，记录保留。',
      'Staff sign in by mobile or staff number. Deactivate leavers: they are signed out at once, records stay.',
    ),
    hidden: ({ user }) => !['admin', 'manager'].some((role) => user?.roles?.includes(role)),
  },
  access: accessFor(slugs.users),
  auth: {
    loginWithUsername: { allowEmailLogin: true, requireEmail: false, requireUsername: false },
    tokenExpiration: thirtyDays,
    // Who asks is read at every request: team and picture as ids, not read along.
    depth: 0,
    useSessions: true,
    useAPIKey: true,
    verify: false,
    // Guessing is bounded by address (boundSignIn): a lock on the account would be a weapon against it.
    maxLoginAttempts: 0,
    cookies: cookieOptions,
    forgotPassword: {
      generateEmailHTML: recoveryMail,
      generateEmailSubject: recoverySubject,
      // Payload notes the time of a request outside of its own open transaction, which on SQLite waits for
      // itself. boundSignIn bounds requests.
      minRequestInterval: 0,
    },
  },
  endpoints: [firstAdmin, resetPassword],
  hooks: {
    beforeOperation: [boundSignIn, recoverOnlyByMail, checkPasswordOfReset, normaliseUsername, rememberAsked],
    beforeValidate: [homeOfNewStaff, checkPassword],
    beforeChange: [raiseOnlyByAdmin, keepOneAdmin, endSessionsWhenRightsChange],
    beforeDelete: [keepUsers],
    beforeLogin: [refuseInactive],
    afterLogin: [giveBackTry],
    afterError: [sayInWords],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: both('姓名', 'Name'),
      required: true,
      maxLength: 60,
      access: { create: accountField.create, update: accountField.update },
      admin: { description: both('出现在文案里的 {{staff.name}}', 'Fills {{staff.name}} in texts') },
    },
    {
      name: 'username',
      type: 'text',
      label: both('手机号或工号', 'Mobile or staff number'),
      access: accountField,
      validate: askUsername,
    },
    {
      name: 'email',
      type: 'email',
      label: both('邮箱', 'E-mail'),
      access: accountField,
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: both('角色', 'Roles'),
      required: true,
      defaultValue: ['staff'],
      saveToJWT: false,
      access: rolesField,
      validate: askRole,
      options: options({
        staff: both('员工：看今日发圈，复制发布', 'Staff: posts from the desk'),
        editor: both('编辑：写内容，排计划', 'Editor: writes and plans'),
        manager: both('主管：审批，管理员工', 'Manager: approves, manages staff'),
        admin: both('管理员：系统与账号', 'Administrator: system and accounts'),
      }),
      admin: {
        description: both(
          '可以多选，权限相加。管理员不能审批，除非同时是主管。',
          'Several add up. An administrator approves only when also a manager.',
        ),
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: both('在用', 'Active'),
      defaultValue: true,
      index: true,
      access: standingField,
      admin: {
        position: 'sidebar',
        description: both(
          '关掉后立刻退出登录，不能再看任何内容',
          'Switched off: signed out at once, sees nothing',
        ),
      },
    },
    {
      name: 'team',
      type: 'relationship',
      relationTo: slugs.teams,
      index: true,
      label: both('团队', 'Team'),
      access: standingField,
      admin: { position: 'sidebar', description: both('留空：看到所有团队', 'Empty: sees all teams') },
    },
    {
      name: 'locale',
      type: 'select',
      label: both('语言', 'Language'),
      required: true,
      defaultValue: 'zh',
      access: ownSettingField,
      options: options({ zh: both('中文', '中文'), en: both('English', 'English') }),
      admin: { position: 'sidebar' },
    },
    {
      name: 'profile',
      type: 'group',
      label: both('个人资料（填进文案）', 'Profile (fills texts)'),
      access: accountField,
      admin: {
        description: both(
          '只能由主管或管理员填写，本人不能改：避免客户被引到私人账号（飞单）。',
          'Set by managers and administrators, never by the person: customers must not be led to a private account.',
        ),
      },
      fields: [
        { name: 'wechatId', type: 'text', label: both('微信号', 'WeChat id'), maxLength: 40 },
        { name: 'storeName', type: 'text', label: both('门店', 'Shop'), maxLength: 60 },
        { name: 'qr', type: 'upload', relationTo: slugs.media, label: both('微信二维码', 'WeChat QR code') },
        { name: 'couponCode', type: 'text', label: both('专属优惠码', 'Coupon code'), maxLength: 40 },
      ],
    },
    { name: 'enableAPIKey', type: 'checkbox', access: apiKeySwitchField },
    { name: 'apiKey', type: 'text', access: apiKeyField },
    {
      name: 'sessions',
      type: 'array',
      access: sessionsField,
      fields: [],
    },
  ],
};
