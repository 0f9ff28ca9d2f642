import type { Channel, Locale } from '../model';
import type { ChannelReason } from '../reasons';
import { type Sentences, segmentNames } from './text';

export const channelNames: Record<Locale, Record<Channel, string>> = {
  zh: {
    'wechat-moments': '朋友圈',
    'wecom-moments': '企微朋友圈',
    group: '社群',
    'flash-group': '快闪群',
    'one-to-one': '私聊',
  },
  en: {
    'wechat-moments': 'WeChat Moments',
    'wecom-moments': 'WeCom Moments',
    group: 'group chat',
    'flash-group': 'flash group',
    'one-to-one': 'one-to-one chat',
  },
};

const mediaNames = {
  zh: { images: '图片', video: '视频', link: '链接卡片' },
  en: { images: 'images', video: 'a video', link: 'a link card' },
} as const;

const name = channelNames;

const zh: Sentences<ChannelReason> = {
  'channel-audience': ({ channel, segments }, context) =>
    `${name.zh[channel]}里人人都看得到，不能按标签${segmentNames(segments, context, 'zh')}区分：请改成「公开」并去掉分人群文案，或不发到${name.zh[channel]}；要分开说，可以给这些客户单独建一个账号组`,
  'channel-medium': ({ channel, medium }) =>
    `${name.zh[channel]}发不了${mediaNames.zh[medium]}，请去掉，或不发到${name.zh[channel]}`,
  'channel-media-mix': ({ channel, media }) =>
    `${name.zh[channel]}一条里只能有图片、视频、链接中的一种，现在有${media.map((m) => mediaNames.zh[m]).join('和')}，请留一种`,
  'channel-images': ({ channel, count, limit }) =>
    `${name.zh[channel]}最多 ${limit} 张图，现在有 ${count} 张，请去掉 ${count - limit} 张`,
  'channel-chars': ({ channel, count, limit }) =>
    `${name.zh[channel]}文案最多 ${limit} 字，现在有 ${count} 字，请删去 ${count - limit} 字，或放进首评`,
  'channel-bytes': ({ channel, count, limit }) =>
    `${name.zh[channel]}文案最多 ${limit} 字节（一个汉字 3 字节），现在有 ${count} 字节，请删去约 ${Math.ceil((count - limit) / 3)} 个汉字`,
  'channel-first-comments': ({ channel, count, limit }) =>
    `${name.zh[channel]}最多 ${limit} 条首评，现在有 ${count} 条，请合并或去掉几条`,
  'channel-empty': () => '还没有内容：请写文案，或放图片、视频、链接中的一种',
};

const en: Sentences<ChannelReason> = {
  'channel-audience': ({ channel, segments }, context) =>
    `Everybody in a ${name.en[channel]} sees it, so it cannot be split by tags (${segmentNames(segments, context, 'en')}): choose “everyone” and remove the variants, leave this channel out, or give these customers a feed of their own`,
  'channel-medium': ({ channel, medium }) =>
    `${name.en[channel]} cannot carry ${mediaNames.en[medium]}: remove it or leave this channel out`,
  'channel-media-mix': ({ channel, media }) =>
    `${name.en[channel]} shows images or a video or a link, never together; this has ${media.map((m) => mediaNames.en[m]).join(' and ')}. Keep one`,
  'channel-images': ({ channel, count, limit }) =>
    `${name.en[channel]} shows at most ${limit} images and this has ${count}: remove ${count - limit}`,
  'channel-chars': ({ channel, count, limit }) =>
    `${name.en[channel]} takes at most ${limit} characters and this has ${count}: shorten it by ${count - limit}, or move some into the first comment`,
  'channel-bytes': ({ channel, count, limit }) =>
    `${name.en[channel]} takes at most ${limit} bytes (three for a Chinese character) and this has ${count}: shorten it`,
  'channel-first-comments': ({ channel, count, limit }) =>
    `${name.en[channel]} takes at most ${limit} first comments and this has ${count}: join or remove some`,
  'channel-empty': () => 'There is nothing in it yet: write a text, or add images, a video or a link',
};

export const channelSentences: Record<Locale, Sentences<ChannelReason>> = { zh, en };
