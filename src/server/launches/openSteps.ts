import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { ScriptState } from '@/core/launch';
import { idOf } from '../posts/content';
import { rows } from '../posts/references';

type OpenSteps = Pick<ScriptState, 'waiting' | 'drafts'>;

/** Of every script how many of its posts wait or are still to be submitted, for a list. */
export async function openSteps(payload: Payload): Promise<Map<string, OpenSteps>> {
  const open = { status: { in: ['draft', 'changes-requested', 'in-review'] } };
  const where = { and: [open, { launchScript: { exists: true } }] };
  const found = await rows(payload, slugs.posts, where, undefined, { launchScript: true, status: true });
  const counts = new Map<string, OpenSteps>();
  for (const { launchScript, status } of found) {
    const script = idOf(launchScript) ?? '';
    const { waiting, drafts } = counts.get(script) ?? { waiting: 0, drafts: 0 };
    const waits = status === 'in-review' ? 1 : 0;
    counts.set(script, { waiting: waiting + waits, drafts: drafts + 1 - waits });
  }
  return counts;
}
