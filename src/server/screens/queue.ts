import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { FeedId, Instant, Kind, TimeZone } from '@/core/model';
import type { Context } from '../context';
import { idsOf, instantOf } from '../posts/content';
import { loadFeeds } from '../posts/references';

/** A post that waits for a decision, as the list names it. */
export interface Waiting {
  id: string;
  title: string;
  kind: Kind;
  at: Instant | null;
  /** Of the first feed; times are said in it. */
  zone: TimeZone;
  feeds: string[];
  versions: number;
}

/** How many wait that this person may see, for a link. */
export async function queueCount({
  payload,
  user,
}: {
  payload: Payload;
  user: PayloadRequest['user'];
}): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: slugs.posts,
    where: { status: { equals: 'in-review' } },
    overrideAccess: false,
    user,
  });
  return totalDocs;
}

/** Posts that wait for a decision, in the order in which they would go out. */
export async function approvalQueue(ctx: Context): Promise<Waiting[]> {
  const { payload, req } = ctx;
  const [{ docs }, feeds] = await Promise.all([
    payload.find({
      collection: slugs.posts,
      where: { status: { equals: 'in-review' } },
      select: { title: true, kind: true, scheduledAt: true, feeds: true, variants: true },
      sort: 'scheduledAt',
      limit: 200,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    }),
    loadFeeds(payload, req),
  ]);
  return docs.map(({ id, title, kind, scheduledAt, feeds: chosen, variants }) => {
    const own = idsOf(chosen).flatMap((feed) => feeds.get(feed as FeedId) ?? []);
    return {
      id: String(id),
      title,
      kind,
      at: instantOf(scheduledAt),
      zone: own[0]?.zone ?? 'Asia/Shanghai',
      feeds: own.map(({ name }) => name),
      versions: 1 + (variants?.length ?? 0),
    };
  });
}
