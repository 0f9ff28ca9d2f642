import type { Audience, Channel } from '../model';
import type { ChannelReason } from '../reasons';
import { type ChannelFacts, channelTable } from './table';

/** One card as a channel would have to show it. `images` is how many. */
export interface ChannelContent {
  text: string;
  images: number;
  video: boolean;
  link: boolean;
  firstComments: readonly string[];
  audience: Audience;
}

interface Question {
  content: ChannelContent;
  channel: Channel;
  facts: ChannelFacts;
}

type Check = (question: Question) => ChannelReason[];

const media = (content: ChannelContent): ('images' | 'video' | 'link')[] => [
  ...(content.images > 0 ? (['images'] as const) : []),
  ...(content.video ? (['video'] as const) : []),
  ...(content.link ? (['link'] as const) : []),
];

const checkAudience: Check = ({ content: { audience }, channel, facts }) =>
  facts.visibility === 'everyone' && audience.visibility !== 'everyone'
    ? [
        {
          code: 'channel-audience',
          channel,
          visibility: audience.visibility,
          segments: [...audience.segments],
        },
      ]
    : [];

const checkMedia: Check = ({ content, channel, facts }) => [
  ...(media(content).length > 1
    ? [{ code: 'channel-media-mix', channel, media: media(content) } as const]
    : []),
  ...media(content)
    .filter((medium) => !facts.media[medium])
    .map((medium) => ({ code: 'channel-medium', channel, medium }) as const),
];

const checkImages: Check = ({ content, channel, facts }) =>
  content.images > facts.limits.images
    ? [{ code: 'channel-images', channel, count: content.images, limit: facts.limits.images }]
    : [];

const checkText: Check = ({ content, channel, facts: { limits } }) => {
  // Counted as people count: an emoji outside the basic plane is one character.
  const chars = [...content.text].length;
  const bytes = new TextEncoder().encode(content.text).length;
  return [
    ...(limits.chars !== null && chars > limits.chars
      ? [{ code: 'channel-chars', channel, count: chars, limit: limits.chars } as const]
      : []),
    ...(limits.bytes !== null && bytes > limits.bytes
      ? [{ code: 'channel-bytes', channel, count: bytes, limit: limits.bytes } as const]
      : []),
  ];
};

const checkComments: Check = ({ content, channel, facts }) => {
  const count = content.firstComments.filter((text) => text.trim() !== '').length;
  return count > facts.limits.firstComments
    ? [{ code: 'channel-first-comments', channel, count, limit: facts.limits.firstComments }]
    : [];
};

const checkEmpty: Check = ({ content, channel }) =>
  content.text.trim() === '' && media(content).length === 0 ? [{ code: 'channel-empty', channel }] : [];

const checks: readonly { id: string; test: Check }[] = [
  { id: 'audience', test: checkAudience },
  { id: 'media', test: checkMedia },
  { id: 'images', test: checkImages },
  { id: 'text', test: checkText },
  { id: 'first-comments', test: checkComments },
  { id: 'empty', test: checkEmpty },
];

/** All reasons why a channel cannot show a card; empty when it can. Ask once for each card of a post. */
export const checkForChannel = (content: ChannelContent, channel: Channel): ChannelReason[] =>
  checks.flatMap((check) => check.test({ content, channel, facts: channelTable[channel] }));
