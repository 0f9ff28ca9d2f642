import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const robotKey = 'a-key-of-wecom';
export const robotToken = 'a-token-of-dingtalk';
export const robotSecret = 'SECa-secret-of-dingtalk';

/** What it does instead of its protocol. `hold`: no answer until it is let go. */
export type RobotFault = 'none' | 'hold' | 'redirect' | 'long' | 'garbage' | 'error';

export interface RobotServer {
  wecom(key?: string): string;
  dingtalk(token?: string): string;
  /** What was taken, in order. */
  taken: { robot: 'wecom' | 'dingtalk'; text: string; title?: string }[];
  /** Every request, taken or not. */
  asked: number;
  fault: RobotFault;
  /** Resolves when a request is held. */
  held(): Promise<void>;
  /** Breaks the lines of those that are held. */
  letGo(): void;
  /** Forgets how many there were in the last minute. */
  forget(): void;
  stop(): Promise<void>;
}

interface Robot {
  /** Why a call is refused; null where it is not. */
  refuse(url: URL, message: Message): { errcode: number; errmsg: string } | null;
  tooFast: { errcode: number; errmsg: string };
}

interface Message {
  msgtype?: unknown;
  markdown?: { content?: unknown; title?: unknown; text?: unknown };
}

const bytes = (text: unknown): number => Buffer.byteLength(String(text ?? ''));
const hour = 3_600_000;

/** As developer.work.weixin.qq.com documents it; like the real one it repeats what it was asked. */
const wecom: Robot = {
  tooFast: { errcode: 45009, errmsg: 'api freq out of limit' },
  refuse: (url, { msgtype, markdown }) => {
    if (url.searchParams.get('key') !== robotKey)
      return { errcode: 93000, errmsg: `invalid webhook url, from url: ${url}` };
    if (msgtype !== 'markdown') return { errcode: 40008, errmsg: 'invalid message type' };
    if (bytes(markdown?.content) === 0) return { errcode: 44004, errmsg: 'content is empty' };
    if (bytes(markdown?.content) > 4096)
      return { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' };
    return null;
  },
};

/** As open.dingtalk.com documents it, set to signatures. */
const dingtalk: Robot = {
  tooFast: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
  refuse: (url, message) => {
    if (url.searchParams.get('access_token') !== robotToken)
      return { errcode: 300001, errmsg: `token is not exist: ${url}` };
    const timestamp = url.searchParams.get('timestamp');
    const sign = createHmac('sha256', robotSecret).update(`${timestamp}\n${robotSecret}`).digest('base64');
    const isOld = Math.abs(Date.now() - Number(timestamp)) > hour;
    if (isOld || url.searchParams.get('sign') !== sign)
      return { errcode: 310000, errmsg: `sign not match, more: ${url}` };
    if (message.msgtype !== 'markdown' || !message.markdown?.title || !message.markdown.text)
      return { errcode: 400102, errmsg: 'missing title or text' };
    if (bytes(JSON.stringify(message)) > 20_000) return { errcode: 460101, errmsg: 'message too long' };
    return null;
  },
};

const places: Record<string, { robot: 'wecom' | 'dingtalk'; rules: Robot }> = {
  '/cgi-bin/webhook/send': { robot: 'wecom', rules: wecom },
  '/robot/send': { robot: 'dingtalk', rules: dingtalk },
};

async function bodyOf(request: IncomingMessage): Promise<Message> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Message;
}

/** Both robots over real HTTP: their refusals, their limit of 20 messages a minute each, and faults of the line. */
export async function startRobotServer(): Promise<RobotServer> {
  const recent: { robot: string; at: number }[] = [];
  let tellHeld = (): void => {};
  const isTooFast = (robot: string): boolean =>
    recent.filter((one) => one.robot === robot && one.at > Date.now() - 60_000).length >= 20;

  const faults: Record<Exclude<RobotFault, 'none'>, (response: ServerResponse) => void> = {
    hold: () => tellHeld(),
    redirect: (response) => response.writeHead(302, { Location: `${address}/elsewhere` }).end(),
    long: (response) => response.end(JSON.stringify({ errcode: 0, errmsg: 'x'.repeat(100_000) })),
    garbage: (response) => response.end('<html>'),
    error: (response) => response.writeHead(502).end('{"errcode":0}'),
  };

  const answer = (place: (typeof places)[string], url: URL, message: Message) => {
    const refused = place.rules.refuse(url, message);
    if (refused) return refused;
    if (isTooFast(place.robot)) return place.rules.tooFast;
    recent.push({ robot: place.robot, at: Date.now() });
    const { content, title, text } = message.markdown ?? {};
    handle.taken.push({
      robot: place.robot,
      text: String(content ?? text),
      ...(title ? { title: String(title) } : {}),
    });
    return { errcode: 0, errmsg: 'ok' };
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', address);
    const place = places[url.pathname];
    handle.asked += 1;
    const message = await bodyOf(request).catch(() => ({}));
    if (!place || request.method !== 'POST') response.writeHead(404).end();
    else if (handle.fault !== 'none') faults[handle.fault](response);
    else
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer(place, url, message)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handle: RobotServer = {
    wecom: (key = robotKey) => `${address}/cgi-bin/webhook/send?key=${key}`,
    dingtalk: (token = robotToken) => `${address}/robot/send?access_token=${token}`,
    taken: [],
    asked: 0,
    fault: 'none',
    held: () =>
      new Promise((resolve) => {
        tellHeld = resolve;
      }),
    letGo: () => server.closeAllConnections(),
    forget: () => void recent.splice(0),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return handle;
}
