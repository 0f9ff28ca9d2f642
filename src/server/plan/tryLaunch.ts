import { slugs } from '@collections/slugs';
import { type LaunchMove, movedPosts } from '@/core/launch';
import type { Instant } from '@/core/model';
import { isIdOf } from '../documents';
import { launchOf } from '../launches/content';
import { postsOut } from '../log/read';
import { done, type Outcome } from '../outcome';
import { contentOf } from '../posts/content';
import { rows } from '../posts/references';
import { type Asker, refuseQuestion } from './question';
import type { Wanted } from './subjects';

type Row = Record<string, unknown>;

/** A launch that would be at another time. */
export interface MovedLaunch {
  move: LaunchMove;
  /** Its posts that are in the plan, with the times that they would have. */
  posts: Wanted;
}

const iso = (at: Instant): string => new Date(at).toISOString();

async function launchRow({ payload, req, actor }: Asker, id: string): Promise<Row | undefined> {
  if (!isIdOf(payload, id)) return undefined;
  const { docs } = await payload.find({
    collection: slugs.launchScripts,
    where: { id: { equals: id } },
    ...(actor === null ? {} : { overrideAccess: false, user: req?.user ?? null }),
    depth: 0,
    limit: 1,
    pagination: false,
    joins: false,
    ...(req ? { req } : {}),
  });
  return docs[0] as unknown as Row | undefined;
}

/** Where the posts of a launch would go with it: those that are in the plan, or are taken as approved. */
export async function tryLaunch(
  asker: Asker,
  { launch, launchAt }: { launch: string; launchAt: Instant },
  assumed: ReadonlySet<string>,
): Promise<Outcome<MovedLaunch>> {
  const { payload, req, locale } = asker;
  const script = await launchRow(asker, launch);
  if (!script) return refuseQuestion(404, [{ code: 'unknown', what: 'launch', id: launch }], locale);
  const content = launchOf(script);
  const { launchAt: from, timezone: zone } = content;
  if (from === null) return refuseQuestion(400, [{ code: 'launch-without-time', id: launch }], locale);
  const found = await rows(payload, slugs.posts, { launchScript: { equals: launch } }, req);
  const planned = found.filter((row) => row.inFlight === true || assumed.has(String(row.id)));
  const ids = planned.map(({ id }) => String(id));
  const out = await postsOut(payload, ids, req);
  const posts = movedPosts(
    content,
    planned.map((row) => ({ ...contentOf(row), isOut: out.has(String(row.id)) })),
    launchAt,
  ).flatMap(({ post, how, to, expiresAt }) =>
    how === 'stays' || to === null
      ? []
      : [
          [
            post,
            { scheduledAt: iso(to), ...(expiresAt === null ? {} : { expiresAt: iso(expiresAt) }) },
          ] as const,
        ],
  );
  return done({ move: { from, to: launchAt, zone }, posts: new Map<string, Row>(posts) });
}
