import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { Channel, FeedId } from '@/core/model';
import type { FeedFacts, HoursDraft } from '@/core/rules';
import { idOf } from '../posts/content';
import { rows } from '../posts/references';

const fields = { name: true, channel: true, overlap: true, quietHours: true, pool: true } as const;

/** A row of `feeds` as rules look at it. */
export const feedFactsOf = (row: Record<string, unknown>): FeedFacts => ({
  id: String(row.id) as FeedId,
  name: String(row.name ?? ''),
  channel: row.channel as Channel,
  overlap: typeof row.overlap === 'number' ? row.overlap : 1,
  quietHours: (row.quietHours ?? {}) as HoursDraft,
  alone: idOf(row.pool) === null,
});

/** The feeds in use, whoever asks: a rule is about all of them. */
export const loadFeedFacts = async (payload: Payload, req?: Partial<PayloadRequest>): Promise<FeedFacts[]> =>
  (await rows(payload, slugs.feeds, { active: { not_equals: false } }, req, fields)).map(feedFactsOf);
