import type { Locale } from '../model';

const zh = {
  wrongPair: '账号或密码不对，请检查后再试。忘记密码请找主管重置。',
  inactive: '这个账号已停用，请联系主管。',
  tooManyTries: (seconds: number): string =>
    `尝试太多次，请 ${wait(seconds, ' 秒', ' 分钟')}后再试。别的地方登录不受影响。`,
  noMail: '这里没有设置邮件，不能自己找回密码。请找主管重置，当面告诉您新密码。',
  noServerUrl: '找回密码的邮件需要先设置 SERVER_URL，请联系管理员。',
  resetSubject: '重设朋友圈排期的密码',
  resetMail: (url: string): string =>
    `有人为这个邮箱申请重设密码。一小时内打开下面的地址即可：<br><a href="${url}">${url}</a><br>不是您本人的话，不用理会，密码不会变。`,

  passwordShort: (least: number): string => `密码至少 ${least} 个字符。`,
  passwordLong: (most: number): string => `密码最多 ${most} 个字符。`,
  passwordIsName: '密码不能和登录名相同。',
  passwordMissing: '请填写密码。',
  passwordNotText: '密码必须是文字。',

  usernameForm: '登录名用手机号（11 位）或工号：2 到 32 位的字母、数字、点、横线、下划线，以字母或数字开头。',
  nameNeeded: '登录名和邮箱至少填一个。',
  noRole: '至少选一个角色，否则这个人什么都做不了。',
  lastAdmin: '这是最后一位在用的管理员。请先让另一位成为管理员，再改这一位。',
  rolesOnlyByAdmin: '只有管理员能更改角色；主管只能新建和管理普通员工。',
  activeOnlyByAdmin: '只有管理员能停用或启用有管理权限的账号，主管可以停用普通员工；自己不能停用自己。',
  teamOnlyByAdmin: '只有管理员能把人调到别的团队。',
  profileNotOwn: '姓名、微信号、二维码等个人资料由主管或管理员设置，不能自己改，以免客户被引到私人账号。',
  signInNameNotOwn: '登录名和邮箱由主管或管理员更改。',
  apiKeyOnlyByAdmin: '只有管理员能设置 API 密钥。',
  notAllowed: '您没有权限这样做。',
  ruleOfOwnFeeds: '这条上限要只写自己团队的账号组。涉及所有账号组或别的团队的上限，请没有团队的主管来改。',
  scriptOfOwnFeeds:
    '剧本的步骤和例外要只写自己团队的账号组，例外不能留空。涉及所有账号组或别的团队的剧本，请没有团队的同事来改。',
  feedOfOwnTeam: '账号组只能建给自己的团队，也不能改它属于哪些团队。请找管理员或没有团队的主管。',
  membersOfOwnTeam: '只能加入或移出自己团队的人。别的团队的人，请找他们的主管。',
  resultsOfOwnTeam: '效果要写明是自己团队哪位员工的。',
  noLimitOnDelete: '批量删除不看 limit，会删除所有符合条件的记录，所以没有执行。请用 where 写明要删哪些。',
  resetNotAllowed: '您不能重置这个人的密码：主管只能重置本团队普通员工的密码，其他人请找管理员。',
  noSuchUser: '没有这个人。',
  alreadySetUp: '已经有账号了，请登录；第一个管理员只能建一次。',
  usersAreKept: '账号不删除，以后还要知道当时是谁。请改为停用。',

  signedOut: '请先登录。',
  foreignOrigin: '这个请求不是从本站页面发出的，没有执行。请从本站打开页面再试；程序调用请用 Authorization。',
  queryTooLong: (kilobytes: number): string => `地址太长：查询最多 ${kilobytes} kB。`,
  limitRange: (most: number): string => `limit 要在 1 到 ${most} 之间。`,
  pageRange: 'page 要是正整数。',
  depthRange: (most: number): string => `depth 要在 0 到 ${most} 之间。`,
  whereDeep: (most: number): string => `where 嵌套太深，最多 ${most} 层。`,
  whereMany: (most: number): string => `where 条件太多，最多 ${most} 个。`,
  whereForm: 'where 写得不对：每个条件是 字段 → 操作 → 值。',
  operatorUnknown: (operator: string): string => `不认识的查询操作「${operator}」。`,
  valueTooLong: (most: number): string => `查询里的值太长，最多 ${most} 个字符。`,
  stale: '您打开之后，别人已经改过这条。请重新打开，看过新的内容再改。',
  whereMissing: '批量修改或删除要写明对哪些记录（where）。',
  valueForm: (field: string): string => `查询里「${field}」的值不合适。`,
  sortForm: 'sort 写得不对：用字段名，前面加 - 是倒序，最多 5 个。',
  bodyTooLarge: (kilobytes: number): string => `请求太大，最多 ${kilobytes} kB。`,
  bodyForm: '请求的内容要是一个 JSON 对象。',
  bodyDeep: '请求的内容嵌套太深。',
  formUnreadable: '表单读不出来：_payload 要是一个 JSON 对象，multipart 要写明 boundary 并且完整。',
  graphqlForm: 'GraphQL 请求写得不对。',
  graphqlDeep: (most: number): string => `GraphQL 查询嵌套太深，最多 ${most} 层。`,
  graphqlMany: (most: number): string => `GraphQL 查询的字段太多，最多 ${most} 个。`,
  noSuchPlace: '没有这个地址。',
  noSuchThing: '没有这一条，或者您看不到它。',
};

const en: typeof zh = {
  wrongPair:
    'The name or the password is wrong. Please check both; a manager can reset a forgotten password.',
  inactive: 'This account is no longer active. Please ask a manager.',
  tooManyTries: (seconds) =>
    `Too many attempts. Please try again in ${wait(seconds, ' seconds', ' minutes')}. Signing in elsewhere is not affected.`,
  noMail: 'No mail is set up here, so a password cannot be recovered by oneself. A manager can reset it.',
  noServerUrl: 'Recovering a password by mail needs SERVER_URL to be set. Please tell an administrator.',
  resetSubject: 'Set a new password for Moments Desk',
  resetMail: (url) =>
    `Somebody asked for a new password for this address. Open this within an hour:<br><a href="${url}">${url}</a><br>If it was not you, do nothing; the password stays as it is.`,

  passwordShort: (least) => `The password needs at least ${least} characters.`,
  passwordLong: (most) => `The password may have ${most} characters at most.`,
  passwordIsName: 'The password must differ from the name that one signs in with.',
  passwordMissing: 'Please give a password.',
  passwordNotText: 'The password must be text.',

  usernameForm:
    'Use a mobile number (11 digits) or a staff number: 2 to 32 letters, digits, dots, hyphens or underscores, beginning with a letter or digit.',
  nameNeeded: 'Give a user name or an e-mail address.',
  noRole: 'Choose at least one role; without one this person can do nothing.',
  lastAdmin: 'This is the last active administrator. Make somebody else one first.',
  rolesOnlyByAdmin: 'Only administrators change roles; managers create and manage staff only.',
  activeOnlyByAdmin:
    'Only administrators switch accounts with further roles on or off; managers may do so for staff. Nobody does it to himself.',
  teamOnlyByAdmin: 'Only administrators move people to another team.',
  profileNotOwn:
    'Name, WeChat id, QR code and the like are set by managers and administrators, not by oneself, so that customers are not led to a private account.',
  signInNameNotOwn: 'User name and e-mail are changed by managers and administrators.',
  apiKeyOnlyByAdmin: 'Only administrators set API keys.',
  notAllowed: 'You are not allowed to do this.',
  ruleOfOwnFeeds:
    'Name feeds of your own team in this rule, and no others. Rules about all feeds or other teams are changed by managers without a team.',
  scriptOfOwnFeeds:
    'Name feeds of your own team alone in steps and exceptions, and name some in each exception. Scripts about all feeds or other teams are changed by people without a team.',
  feedOfOwnTeam:
    'A feed is made for your own team alone, and stays with its teams. Please ask an administrator or a manager without a team.',
  membersOfOwnTeam:
    'Only people of your own team can be added or taken out. Others have managers of their own.',
  resultsOfOwnTeam: 'Say which member of your own team this result belongs to.',
  noLimitOnDelete:
    'Deleting several records knows no limit: all that match would go, so nothing was done. Say in where which ones.',
  resetNotAllowed:
    'You cannot reset the password of this person: managers do so for the staff of their team, administrators for everybody.',
  noSuchUser: 'There is no such person.',
  alreadySetUp: 'There are accounts already, please sign in; the first administrator is made once.',
  usersAreKept: 'Accounts are not deleted, because the records name them. Please deactivate it instead.',

  signedOut: 'Please sign in first.',
  foreignOrigin:
    'This request did not come from a page of this site and was not carried out. Open the page here and try again; programs use Authorization.',
  queryTooLong: (kilobytes) => `The address is too long: a query may have ${kilobytes} kB.`,
  limitRange: (most) => `limit must be from 1 to ${most}.`,
  pageRange: 'page must be a positive whole number.',
  depthRange: (most) => `depth must be from 0 to ${most}.`,
  whereDeep: (most) => `where is nested too deeply; ${most} levels at most.`,
  whereMany: (most) => `where has too many conditions; ${most} at most.`,
  whereForm: 'where is malformed: each condition is field → operator → value.',
  operatorUnknown: (operator) => `Unknown operator “${operator}” in the query.`,
  valueTooLong: (most) => `A value in the query is too long; ${most} characters at most.`,
  stale:
    'Somebody has changed this since you opened it. Open it again, look at what changed, then change it.',
  whereMissing: 'To change or delete several records, say which ones (where).',
  valueForm: (field) => `The value for “${field}” in the query does not fit.`,
  sortForm: 'sort is malformed: field names, - before one for descending, 5 at most.',
  bodyTooLarge: (kilobytes) => `The request is too large; ${kilobytes} kB at most.`,
  bodyForm: 'The body of the request must be a JSON object.',
  bodyDeep: 'The body is nested too deeply.',
  formUnreadable:
    'The form cannot be read: _payload must be a JSON object, and multipart must name its boundary and be complete.',
  graphqlForm: 'The GraphQL request is malformed.',
  graphqlDeep: (most) => `The GraphQL query is nested too deeply; ${most} levels at most.`,
  graphqlMany: (most) => `The GraphQL query has too many fields; ${most} at most.`,
  noSuchPlace: 'There is no such address.',
  noSuchThing: 'There is no such thing here, or it is not yours to see.',
};

function wait(seconds: number, inSeconds: string, inMinutes: string): string {
  return seconds < 90 ? `${Math.max(1, seconds)}${inSeconds}` : `${Math.ceil(seconds / 60)}${inMinutes}`;
}

export const authWords: Record<Locale, typeof zh> = { zh, en };
export type AuthWords = typeof zh;
