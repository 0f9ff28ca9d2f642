import { baseVariant, type Locale } from '../model';
import type { AudienceReason } from '../reasons';
import { dimensionNames, type Sentences, segmentNames } from './text';

const zh: Sentences<AudienceReason> = {
  'audience-without-segments': ({ visibility }) =>
    visibility === 'only'
      ? '选了「部分可见」却没有选标签，谁也看不到：请至少选一个标签，或改成「公开」'
      : '选了「不给谁看」却没有选标签：请至少选一个标签，或改成「公开」',
  'segment-unknown': ({ segment, where }) =>
    `${where === baseVariant ? '可见范围' : `版本「${where}」`}里的标签（编号 ${segment}）已经不在了，请重新选择`,
  'segment-named-twice': ({ segment, where }, context) =>
    where.length > 1
      ? `标签${segmentNames([segment], context, 'zh')}同时在${where.map((key) => `「${key}」`).join('和')}里，这些客户会看到两条：请只留在一个版本里`
      : `标签${segmentNames([segment], context, 'zh')}在${where[0] === baseVariant ? '可见范围' : `版本「${where[0]}」`}里选了两次，请去掉一次`,
  'variant-key-invalid': ({ key }) =>
    key.trim() === ''
      ? '有一个版本还没有代号，请填上，例如 new'
      : `版本代号「${key}」里不能有空格和冒号，请改一下`,
  'variant-key-reserved': ({ key }) => `「${key}」是原文用的代号，请给这个版本换一个`,
  'variant-key-twice': ({ key }) => `有两个版本都叫「${key}」，请改掉其中一个的代号`,
  'variant-without-segments': ({ key }) =>
    `版本「${key}」还没有选标签，不知道该给谁看：请选标签，或删掉这个版本`,
  'variant-outside-audience': ({ key, visibility, segments }, context) => {
    const tags = segmentNames(segments, context, 'zh');
    return visibility === 'only'
      ? `版本「${key}」写给${tags}，但他们不在「部分可见」的标签里，看不到这条：请把${tags}加进可见范围，或从这个版本里去掉`
      : `版本「${key}」写给${tags}，但他们在「不给谁看」里，看不到这条：请从「不给谁看」里去掉${tags}，或从这个版本里去掉`;
  },
  'variants-several-dimensions': ({ dimensions, segments }, context) =>
    `用到了几个标签组（${dimensionNames(dimensions, context, 'zh')}）的标签${segmentNames(segments, context, 'zh')}，一位客户可能同时有其中几个，会看到不止一个版本：请只用同一个标签组；确实要按组合来分，就在微信里建一个组合标签，再加进一个每人只有一个的标签组`,
  'variants-open-dimension': ({ dimension }, context) =>
    `标签组${dimensionNames([dimension], context, 'zh')}里一位客户可以有几个标签，会看到不止一个版本：请换成每人只有一个标签的标签组（如生命周期），或拆成几条内容来发`,
};

const placeEn = (where: string | undefined): string =>
  where === baseVariant ? 'the audience' : `variant “${where}”`;

const en: Sentences<AudienceReason> = {
  'audience-without-segments': ({ visibility }) =>
    visibility === 'only'
      ? '“Only” without a tag is seen by nobody: choose at least one tag, or “everyone”'
      : '“Except” without a tag excludes nobody: choose at least one tag, or “everyone”',
  'segment-unknown': ({ segment, where }) =>
    `The tag ${segment} in ${placeEn(where)} no longer exists: choose again`,
  'segment-named-twice': ({ segment, where }, context) =>
    where.length > 1
      ? `The tag ${segmentNames([segment], context, 'en')} is in ${where.map((key) => `“${key}”`).join(' and ')}, so these customers would see two posts: keep it in one variant`
      : `The tag ${segmentNames([segment], context, 'en')} is named twice in ${placeEn(where[0])}: remove one`,
  'variant-key-invalid': ({ key }) =>
    key.trim() === ''
      ? 'A variant has no key yet: give it one, for example “new”'
      : `The key “${key}” must have no spaces or colons`,
  'variant-key-reserved': ({ key }) =>
    `“${key}” is the key of the base text: choose another for this variant`,
  'variant-key-twice': ({ key }) => `Two variants have the key “${key}”: change one of them`,
  'variant-without-segments': ({ key }) =>
    `Variant “${key}” has no tags, so it is for nobody: choose tags or remove it`,
  'variant-outside-audience': ({ key, visibility, segments }, context) => {
    const tags = segmentNames(segments, context, 'en');
    return visibility === 'only'
      ? `Variant “${key}” is for ${tags}, who are not in the “only” audience and would never see it: add them to the audience, or take them out of the variant`
      : `Variant “${key}” is for ${tags}, who are in “except” and would never see it: take them out of “except”, or out of the variant`;
  },
  'variants-several-dimensions': ({ dimensions, segments }, context) =>
    `The tags ${segmentNames(segments, context, 'en')} are of several groups (${dimensionNames(dimensions, context, 'en')}); one customer can have several and would see more than one version: use one group of tags, or create a combined tag in WeChat and add it to a group of which a customer has only one`,
  'variants-open-dimension': ({ dimension }, context) =>
    `A customer can have several tags of ${dimensionNames([dimension], context, 'en')} and would see more than one version: use a group of which a customer has only one, such as the lifecycle, or make separate posts`,
};

export const audienceSentences: Record<Locale, Sentences<AudienceReason>> = { zh, en };
