import { createHmac } from 'node:crypto';
import { dingtalkMessage, type RobotWords, wecomMessage } from '@/core/notices';
import { postJson } from './postJson';

/** A robot of a group, as the operator's environment names it. */
export type Robot = { kind: 'wecom'; url: string } | { kind: 'dingtalk'; url: string; secret: string | null };

/** `problem` is a code of ours with the robot's number, never what it wrote: that may repeat its address. */
export type RobotAnswer = { ok: true } | { ok: false; problem: string };

/** The address of one call: DingTalk takes a signature for an hour around its own clock. */
function addressOf(robot: Robot, at: number): URL {
  const url = new URL(robot.url);
  if (robot.kind === 'dingtalk' && robot.secret) {
    const sign = createHmac('sha256', robot.secret).update(`${at}\n${robot.secret}`).digest('base64');
    url.searchParams.set('timestamp', String(at));
    url.searchParams.set('sign', sign);
  }
  return url;
}

/** One message to one group. Both robots answer 200 with an `errcode`, 0 where it was taken. */
export async function sendToRobot(robot: Robot, words: RobotWords): Promise<RobotAnswer> {
  const message = robot.kind === 'wecom' ? wecomMessage(words) : dingtalkMessage(words);
  const answer = await postJson(addressOf(robot, Date.now()), message);
  if (!answer.ok) return answer;
  const code = (answer.body as { errcode?: unknown } | null)?.errcode;
  if (code === 0) return { ok: true };
  return { ok: false, problem: typeof code === 'number' ? `errcode ${code}` : 'unexpected-answer' };
}
