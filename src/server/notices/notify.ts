import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import type { Instant } from '@/core/model';
import type { Words } from '@/core/notices';
import { afterCommit } from '../database/afterCommit';
import { presentNow } from '../database/serverNow';
import { rows } from '../posts/references';
import { robots } from './channels';
import { wakeNotifier } from './wake';

export interface Notice {
  /** `mention`, `cancelled`, … */
  kind: string;
  /** Of what it tells; told once to each. */
  key: string;
  /** Ids of users, or the groups that have a robot: these are told at once. */
  to: readonly string[] | 'robot';
  /** `digest`: kept for the next digest of each person. */
  urgency: 'now' | 'digest';
  words: Words;
  /** A path of this product. */
  link: string;
  /** What it tells of, as `posts:12`: who may not read it when it is sent is not told. Empty: it is for them anyway. */
  about: readonly string[];
  /** When it happened; at present, where nobody says. */
  at?: Instant;
}

/**
 * Writes down, in the transaction of the change, who is to be told of it: it is sent if and only if the change is
 * committed. Does nothing for those who were told under the same key already.
 */
export async function notify(req: PayloadRequest, notice: Notice): Promise<void> {
  await writeNotices(req, [notice], notice.at ?? (await presentNow(req.payload)));
  await afterCommit(req, () => wakeNotifier(req.payload));
}

const receiversOf = ({ to }: Notice): string[] =>
  to === 'robot' ? robots().map(({ kind }) => kind) : [...new Set(to.map(String))];

/** One row for each receiver, so that one who cannot be reached keeps nothing from the others. */
export async function writeNotices(
  req: PayloadRequest,
  notices: readonly Notice[],
  now: Instant,
): Promise<void> {
  const { payload } = req;
  const topics = notices.map(({ key }) => key);
  const there = await rows(payload, slugs.notices, { topic: { in: topics } }, req, { key: true });
  const told = new Set(there.map(({ key }) => key));
  const at = new Date(now).toISOString();
  for (const notice of notices) {
    const { kind, key: topic, words, link, about } = notice;
    const urgency = notice.to === 'robot' ? 'now' : notice.urgency;
    for (const to of receiversOf(notice)) {
      const key = `${topic}:${to}`;
      if (told.has(key)) continue;
      await payload.db.create({
        collection: slugs.notices,
        data: {
          ...{ key, topic, kind, to, urgency, words, link, about, at, state: 'waiting', tries: 0 },
          nextAt: urgency === 'now' ? at : null,
        },
        req,
        returning: false,
      });
    }
  }
}
