import type { Payload } from 'payload';
import { approveScript } from '@/server/launches/approve';
import { submitScript } from '@/server/launches/submit';
import { contextFor, type Made, make, type Team } from './team';

/** A rule of at most 3 sales posts a day, with a gap of 30 minutes where `gap` says so. */
export const aDayRule = (payload: Payload, more: Record<string, unknown> = {}): Promise<Made> =>
  make(payload, 'cap-rules', {
    name: '每天卖货',
    kinds: ['sales'],
    scope: 'customer',
    window: { unit: 'day' },
    limit: 3,
    ...more,
  });

/** On the day of the launch six posts instead of three. */
export const anException = (rule: Made | null, more: Record<string, unknown> = {}) => ({
  ...(rule ? { rule: rule.id } : {}),
  from: '2035-11-11T00:00:00+08:00',
  to: '2035-11-12T00:00:00+08:00',
  limit: 6,
  reason: '双十一',
  ...more,
});

/** A launch at 20:00 on 2035-11-11 with one phase of one step. */
export const aScript = (
  exceptions: readonly Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  name: '燕麦上市',
  launchAt: '2035-11-11T20:00:00+08:00',
  timezone: 'Asia/Shanghai',
  phases: [
    {
      key: 'on-sale',
      name: '开售',
      exceptions,
      steps: [{ key: 's1', offsetMinutes: 0, kind: 'sales', title: '开售啦', body: '现在开抢' }],
    },
  ],
  ...more,
});

/** Written by the team's editor through the doors that people use. */
export async function writeScript(
  payload: Payload,
  team: Pick<Team, 'editor'>,
  data: Record<string, unknown>,
): Promise<Made> {
  const { req } = await contextFor(payload, team.editor, Date.now());
  return (await payload.create({
    collection: 'launch-scripts',
    data: data as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
  })) as unknown as Made;
}

/** Written and submitted by the editor, approved by the manager. */
export async function approvedScript(
  payload: Payload,
  team: Team,
  data: Record<string, unknown>,
  now: number,
): Promise<Made> {
  const id = String((await writeScript(payload, team, data)).id);
  const submitted = await submitScript(await contextFor(payload, team.editor, now), { id });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  const contentHash = String(submitted.value.contentHash);
  const approved = await approveScript(await contextFor(payload, team.manager, now), { id, contentHash });
  if (!approved.ok) throw new Error(JSON.stringify(approved));
  return approved.value as Made;
}
