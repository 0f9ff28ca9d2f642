import { describe, expect, it } from 'vitest';
import { everyone, only } from '../../../tests/builders/plan';
import { type Channel, channels } from '../model';
import { checkRule } from '../rules';
import { type ChannelContent, channelTable, checkForChannel, defaultCaps } from '.';

const content = (changes: Partial<ChannelContent> = {}): ChannelContent => ({
  text: '早安',
  images: 0,
  video: false,
  link: false,
  firstComments: [],
  audience: everyone,
  ...changes,
});
const codes = (changes: Partial<ChannelContent>, channel: Channel = 'wechat-moments') =>
  checkForChannel(content(changes), channel).map(({ code }) => code);

describe('channels', () => {
  it('C1 text alone, nine images, one video or one link is fine on every channel', () => {
    for (const channel of channels) {
      for (const changes of [{}, { images: 9 }, { video: true }, { link: true }, { text: '', images: 1 }]) {
        expect(codes(changes, channel)).toEqual([]);
      }
    }
  });

  it('C2 tags work where the channel has them and are refused elsewhere', () => {
    const tagged = { audience: only('new') };
    expect(channels.filter((channel) => codes(tagged, channel).includes('channel-audience'))).toEqual([
      'group',
      'flash-group',
      'one-to-one',
    ]);
  });

  it('C3 a tenth image and mixed media are refused', () => {
    expect(codes({ images: 10 })).toEqual(['channel-images']);
    expect(codes({ images: 1, video: true })).toEqual(['channel-media-mix']);
    expect(codes({ images: 1, video: true, link: true })).toEqual(['channel-media-mix']);
  });

  it('C4 WeCom counts characters and bytes; a Chinese character has three bytes, an emoji is one character', () => {
    expect(codes({ text: '好'.repeat(1333) }, 'wecom-moments')).toEqual([]);
    expect(codes({ text: '好'.repeat(1334) }, 'wecom-moments')).toEqual(['channel-bytes']);
    expect(codes({ text: 'a'.repeat(2001) }, 'wecom-moments')).toEqual(['channel-chars']);
    expect(codes({ text: '😀'.repeat(2000) })).toEqual([]);
  });

  it('C5 nothing to show and too many first comments are refused; empty comments do not count', () => {
    expect(codes({ text: ' \n' })).toEqual(['channel-empty']);
    expect(codes({ firstComments: Array(6).fill('链接') })).toEqual(['channel-first-comments']);
    expect(codes({ firstComments: [...Array(5).fill('链接'), ' ', ''] })).toEqual([]);
  });

  it('C6 all that is wrong is said at once', () => {
    expect(codes({ images: 10, link: true, audience: only('new') }, 'group')).toEqual([
      'channel-audience',
      'channel-media-mix',
      'channel-images',
    ]);
  });

  it('C7 every default cap can be kept and names its source in both languages', () => {
    expect(defaultCaps.length).toBeGreaterThan(0);
    for (const { name, source, ...cap } of defaultCaps) {
      expect(checkRule({ ...cap, feeds: [] }, []).refusals).toEqual([]);
      expect([name.zh, name.en, source.zh, source.en].every((text) => text.length > 5)).toBe(true);
    }
    expect(new Set(defaultCaps.map(({ name }) => name.zh)).size).toBe(defaultCaps.length);
  });

  it('C8 what Moments fold is a default with its source; chats fold nothing', () => {
    expect(channelTable['wechat-moments'].folding).toMatchObject({ lines: 6, chars: 110 });
    expect(channelTable.group.folding).toBeNull();
  });
});
