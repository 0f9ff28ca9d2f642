import { describe, expect, it } from 'vitest';
import { cutToBytes, dingtalkMessage, wecomMessage } from './index';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const link = { label: '打开', address: 'https://desk.example.com/admin/approvals?post=12' };
const words = (more: Partial<Parameters<typeof wecomMessage>[0]> = {}) => ({
  ...{ subject: '请尽快审批', text: '「新品燕麦」今天 20:00 要发。', link },
  ...more,
});

describe('messages of robots', () => {
  it('are markdown with a heading and a link that opens', () => {
    expect(wecomMessage(words())).toEqual({
      msgtype: 'markdown',
      markdown: {
        content: `**请尽快审批**\n\n「新品燕麦」今天 20:00 要发。\n\n[打开](${link.address})`,
      },
    });
    expect(dingtalkMessage(words({ text: '一\n二' }))).toEqual({
      msgtype: 'markdown',
      markdown: { title: '请尽快审批', text: `**请尽快审批**\n\n一\n\n二\n\n[打开](${link.address})` },
    });
  });

  it('show a path as it is where nobody has said the address', () => {
    const path = { label: '打开', address: '/admin/approvals?post=12' };
    expect(wecomMessage(words({ link: path })).markdown.content).toMatch(
      /\n打开: \/admin\/approvals\?post=12$/,
    );
  });

  it.each([
    ['汉', 3],
    ['a', 1],
    ['é', 2],
    ['🥣', 4],
    ['👩‍🍳', 11],
  ])('14: cuts %s to the limit in bytes, between two characters', (sign, size) => {
    expect(bytes(sign)).toBe(size);
    for (let most = 30; most < 60; most += 1) {
      const cut = cutToBytes(sign.repeat(100), most);
      expect(bytes(cut)).toBeLessThanOrEqual(most);
      expect(bytes(cut)).toBeGreaterThan(most - size - 3);
      expect(cut.replaceAll(sign, '')).toBe('…');
    }
    expect(cutToBytes(sign.repeat(10), size * 10)).toBe(sign.repeat(10));
  });

  it('14: between two lines, where that loses little', () => {
    expect(cutToBytes('第一行\n第二行\n第三行', 25)).toBe('第一行\n第二行\n…');
    expect(cutToBytes(`短\n${'长'.repeat(50)}`, 40)).toBe(`短\n${'长'.repeat(11)}…`);
  });

  it('14: a long text keeps its link, within 4096 bytes for WeCom and 20,000 of body for DingTalk', () => {
    const long = words({
      subject: '题'.repeat(500),
      text: '· 今天 20:00 「新品燕麦」"待审批"\n'.repeat(2000),
    });
    const { content } = wecomMessage(long).markdown;
    expect(bytes(content)).toBeLessThanOrEqual(4096);
    expect(bytes(content)).toBeGreaterThan(4000);
    expect(content.endsWith(`…\n\n[打开](${link.address})`)).toBe(true);
    expect(bytes(JSON.stringify(dingtalkMessage(long)))).toBeLessThanOrEqual(20_000);
    expect(dingtalkMessage(long).markdown.text.endsWith(`[打开](${link.address})`)).toBe(true);
  });

  it('15: what people typed formats nothing, links nowhere and calls nobody', () => {
    const typed = '<@all> <font color="warning">急</font> [点我](http://evil.test) **粗** `码` # 题';
    const { content } = wecomMessage(words({ subject: typed, text: typed })).markdown;
    expect(content.replace(`[打开](${link.address})`, '').replace(/^\*\*|\*\*$/gm, '')).not.toMatch(
      /[<>[\]*`#]/,
    );
    expect(content).toContain('＜@all＞');
  });
});
