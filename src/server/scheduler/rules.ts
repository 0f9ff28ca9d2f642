import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { CapRule } from '@/core/caps';
import type { FeedId, RuleId } from '@/core/model';
import { idsOf } from '../posts/content';
import { rows } from '../posts/references';

/** A row of `cap-rules` in the core's words. */
export function ruleOf(row: Record<string, unknown>): CapRule {
  const window = (row.window ?? {}) as { unit?: CapRule['window']['unit']; hours?: number | null };
  return {
    id: String(row.id) as RuleId,
    name: String(row.name ?? ''),
    kinds: (row.kinds ?? []) as CapRule['kinds'],
    feeds: idsOf(row.feeds) as FeedId[],
    channels: (row.channels ?? []) as CapRule['channels'],
    counts: row.counts === 'daily' ? 'daily' : 'all',
    scope: row.scope === 'feed' ? 'feed' : 'customer',
    window: { unit: window.unit ?? 'day', hours: window.hours ?? null },
    limit: typeof row.limit === 'number' ? row.limit : null,
    minGapMinutes: (row.minGapMinutes as number | null) ?? null,
  };
}

export const loadRules = async (payload: Payload, req?: PayloadRequest): Promise<CapRule[]> =>
  (await rows(payload, slugs.capRules, { enabled: { equals: true } }, req)).map(ruleOf);
