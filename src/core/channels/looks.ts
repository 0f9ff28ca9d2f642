import { type Channel, channels } from '../model';
import { channelTable } from './table';

/** Where a post is looked at: as a Moment, or as the messages of one kind of chat. */
export interface Look {
  channel: Channel;
  isChat: boolean;
  /** The feeds that show it like this, by name. */
  feeds: string[];
}

const isChat = (channel: Channel): boolean => channelTable[channel].firstCommentsAs === 'message';

/** Every look that a post has in these feeds, Moments of both kinds as one; without a feed it is a Moment. */
export function looksOf(feeds: readonly { name: string; channel: Channel }[]): Look[] {
  const named = (own: (channel: Channel) => boolean) =>
    feeds.filter(({ channel }) => own(channel)).map(({ name }) => name);
  const moments = feeds.find(({ channel }) => !isChat(channel))?.channel;
  const chats = channels.filter((one) => isChat(one) && feeds.some(({ channel }) => channel === one));
  return [
    ...(moments || chats.length === 0
      ? [
          {
            channel: moments ?? 'wechat-moments',
            isChat: false,
            feeds: named((channel) => !isChat(channel)),
          } as const,
        ]
      : []),
    ...chats.map((one) => ({ channel: one, isChat: true, feeds: named((channel) => channel === one) })),
  ];
}
