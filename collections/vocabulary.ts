import type { Channel, Kind, OnConflict, OnLate, PostStatus } from '@/core/model';
import { both } from './labels';

/** The closed vocabularies in both languages, as the tables of the design name them. */
type Words<V extends string> = Record<V, { zh: string; en: string }>;

export const kindLabels: Words<Kind> = {
  sales: both('卖货', 'Sales'),
  persona: both('人设', 'Persona'),
  knowledge: both('干货', 'Knowledge'),
  interaction: both('互动', 'Interaction'),
  notice: both('通知', 'Notice'),
};

export const channelLabels: Words<Channel> = {
  'wechat-moments': both('微信朋友圈', 'WeChat Moments'),
  'wecom-moments': both('企微朋友圈', 'WeCom Moments'),
  group: both('社群', 'Group'),
  'flash-group': both('快闪群', 'Flash group'),
  'one-to-one': both('私聊', 'One-to-one'),
};

export const statusLabels: Words<PostStatus> = {
  draft: both('草稿', 'Draft'),
  'in-review': both('待审批', 'In review'),
  'changes-requested': both('退回修改', 'Changes requested'),
  approved: both('已通过', 'Approved'),
  released: both('已下发', 'Released'),
  deferred: both('已顺延', 'Deferred'),
  held: both('待人工处理', 'Held'),
  skipped: both('已跳过', 'Skipped'),
  expired: both('已过期', 'Expired'),
  recalled: both('已作废', 'Recalled'),
  archived: both('已归档', 'Archived'),
};

export const conflictLabels: Words<OnConflict> = {
  defer: both('顺延', 'Defer'),
  skip: both('跳过', 'Skip'),
  hold: both('留给人处理', 'Hold'),
};

export const lateLabels: Words<OnLate> = {
  release: both('补发', 'Release it late'),
  skip: both('跳过', 'Skip'),
  hold: both('留给人处理', 'Hold'),
};

export const copyModeLabels = {
  exact: both('原文照发', 'Exact'),
  example: both('仅供参考，自己写', 'Example'),
};

export const visibilityLabels = {
  everyone: both('公开', 'Everyone'),
  only: both('部分可见', 'Only these'),
  except: both('不给谁看', 'Except these'),
};
