import { describe, expect, it } from 'vitest';
import { readEnv } from './env';

const production = { NODE_ENV: 'production', PAYLOAD_SECRET: 'sixteen characters' };

/** The sentence that stops the start; it must not repeat what is secret. */
const refusal = (given: Record<string, string>): string => {
  try {
    readEnv({ ...production, ...given });
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error('It was not refused.');
};

const secret = 'hunter2-is-secret';
const wecom = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${secret}`;
const dingtalk = `https://oapi.dingtalk.com/robot/send?access_token=${secret}`;

describe('the environment of notices', () => {
  it('needs none of it, and counts an empty value as unset', () => {
    expect(readEnv({ ...production, SMTP_URL: '', WECOM_ROBOT_URL: '' }).SMTP_URL).toBeUndefined();
  });

  it('takes a mail server with user and password, or one in the own network without', () => {
    const given = { SMTP_URL: `smtps://desk%40example.com:${secret}@mail.example.com:465` };
    expect(readEnv({ ...production, ...given, MAIL_FROM: 'desk@example.com' }).SMTP_URL).toBe(given.SMTP_URL);
    const open = { SMTP_URL: 'smtp://relay.internal:25', MAIL_FROM: '朋友圈排期 <desk@example.com>' };
    expect(readEnv({ ...production, ...open })).toMatchObject(open);
  });

  it.each([
    ['SMTP_URL', `http://desk:${secret}@mail.example.com`],
    ['SMTP_URL', `smtp://desk:${secret}@`],
    ['SMTP_URL', 'smtp://desk@mail.example.com'],
    ['SMTP_URL', `smtp://desk:${secret}%@mail.example.com`],
    ['SMTP_URL', secret],
    ['MAIL_FROM', 'a-shop'],
    ['MAIL_FROM', 'a@shop.test\r\nBcc: all@shop.test'],
    ['MAIL_FROM', 'A, Shop <a@shop.test>'],
    ['MAIL_FROM', '<a@shop.test'],
    ['WECOM_ROBOT_URL', secret],
    ['WECOM_ROBOT_URL', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
    ['WECOM_ROBOT_URL', wecom.replace('https', 'http')],
    ['WECOM_ROBOT_URL', `http://127.0.0.1:4000/?key=${secret}`],
    ['WECOM_ROBOT_URL', dingtalk],
    ['DINGTALK_ROBOT_URL', wecom],
    ['DINGTALK_ROBOT_URL', dingtalk.replace('https', 'http')],
    ['DINGTALK_ROBOT_SECRET', 'short'],
  ])('stops the start over %s=%s, with its name and without what is in it', (name, value) => {
    const said = refusal({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} is wrong: `));
    expect(said).not.toContain(value);
    expect(said).not.toContain(secret);
  });

  it('stops where one variable needs another', () => {
    expect(refusal({ SMTP_URL: `smtp://desk:${secret}@mail.example.com` })).toMatch(/^MAIL_FROM is missing/);
    expect(refusal({ DINGTALK_ROBOT_SECRET: secret })).toMatch(/^DINGTALK_ROBOT_URL is missing/);
  });

  it('lets tests, and nobody else, speak to a robot on this machine without encryption', () => {
    const here = { WECOM_ROBOT_URL: 'http://127.0.0.1:4000/send?key=k' };
    expect(readEnv({ NODE_ENV: 'test', ...here })).toMatchObject(here);
    expect(() => readEnv({ NODE_ENV: 'development', ...here })).toThrow('must be https');
    const elsewhere = { WECOM_ROBOT_URL: 'http://example.com/send?key=k' };
    expect(() => readEnv({ NODE_ENV: 'test', ...elsewhere })).toThrow('must be https');
  });
});
