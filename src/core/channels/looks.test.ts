import { describe, expect, it } from 'vitest';
import type { Channel } from '../model';
import { looksOf } from './looks';

const feed = (name: string, channel: Channel) => ({ name, channel });
const looks = (...feeds: ReturnType<typeof feed>[]) =>
  looksOf(feeds).map(({ channel, isChat, feeds: names }) => [channel, isChat, names]);

describe('how a post looks', () => {
  it('C9 in chats it is messages, once for each kind of chat', () => {
    expect(looks(feed('早餐群', 'group'), feed('二群', 'group'))).toEqual([
      ['group', true, ['早餐群', '二群']],
    ]);
    expect(looks(feed('私聊', 'one-to-one'), feed('快闪', 'flash-group'))).toEqual([
      ['flash-group', true, ['快闪']],
      ['one-to-one', true, ['私聊']],
    ]);
  });

  it('C9 Moments of both kinds look alike and come before chats; without a feed it is a Moment', () => {
    expect(looks(feed('群', 'group'), feed('企微', 'wecom-moments'), feed('圈', 'wechat-moments'))).toEqual([
      ['wecom-moments', false, ['企微', '圈']],
      ['group', true, ['群']],
    ]);
    expect(looks()).toEqual([['wechat-moments', false, []]]);
  });
});
