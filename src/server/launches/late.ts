import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import { checkTime } from '@/core/approval/problems';
import type { Instant } from '@/core/model';
import { contentOf, idOf } from '../posts/content';
import { loadReferences, rows } from '../posts/references';
import { loadSettings } from '../settings/load';

interface LateQuestion {
  scripts: readonly (string | number)[];
  now: Instant;
}

/** Those of the scripts that cannot be approved: a post of them waits that can no longer go out at its time. */
export async function lateScripts(
  payload: Payload,
  { scripts, now }: LateQuestion,
  req?: PayloadRequest,
): Promise<Set<string>> {
  if (scripts.length === 0) return new Set();
  const where: Where = {
    and: [{ launchScript: { in: [...scripts] } }, { status: { equals: 'in-review' } }],
  };
  const posts = await rows(payload, slugs.posts, where, req);
  const refs = await loadReferences(payload, posts.map(contentOf), req);
  const { graceMinutes } = await loadSettings(payload, req);
  const late = posts.filter((row) => checkTime({ post: contentOf(row), refs, now, graceMinutes }).length > 0);
  return new Set(late.flatMap(({ launchScript }) => idOf(launchScript) ?? []));
}
