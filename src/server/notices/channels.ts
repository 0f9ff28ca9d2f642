import type { Robot } from '@/integrations/robots';
import { env } from '../env';

/** The groups' robots that the operator has set up. Read when it is needed: every process has the same environment. */
export function robots(): Robot[] {
  const { WECOM_ROBOT_URL, DINGTALK_ROBOT_URL, DINGTALK_ROBOT_SECRET } = env;
  return [
    ...(WECOM_ROBOT_URL ? [{ kind: 'wecom', url: WECOM_ROBOT_URL } as const] : []),
    ...(DINGTALK_ROBOT_URL
      ? [{ kind: 'dingtalk', url: DINGTALK_ROBOT_URL, secret: DINGTALK_ROBOT_SECRET ?? null } as const]
      : []),
  ];
}

/** How addresses of this product begin; empty where nobody has said it. */
export const base = (): string => env.SERVER_URL ?? '';
