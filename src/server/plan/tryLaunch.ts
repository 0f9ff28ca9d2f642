import { slugs } from '@collections/slugs';
import type { Instant } from '@/core/model';
import { type LaunchMove, movedWithLaunch } from '@/core/simulate';
import { isIdOf } from '../documents';
import { done, type Outcome } from '../outcome';
import { instantOf } from '../posts/content';
import { rows } from '../posts/references';
import { type Asker, refuseQuestion } from './question';
import type { Wanted } from './subjects';

type Row = Record<string, unknown>;

interface Phase {
  steps?: { key?: string; offsetMinutes?: number | null }[] | null;
}

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
  const from = instantOf(script.launchAt);
  if (from === null) return refuseQuestion(400, [{ code: 'launch-without-time', id: launch }], locale);
  const move: LaunchMove = { from, to: launchAt, zone: String(script.timezone) };
  const steps = ((script.phases ?? []) as Phase[]).flatMap((phase) => phase.steps ?? []);
  const byMinutes = new Set(
    steps.filter(({ offsetMinutes }) => typeof offsetMinutes === 'number').map(({ key }) => key),
  );
  const posts = new Map<string, Row>();
  for (const row of await rows(payload, slugs.posts, { launchScript: { equals: launch } }, req)) {
    const scheduledAt = instantOf(row.scheduledAt);
    if (scheduledAt === null || !(row.inFlight === true || assumed.has(String(row.id)))) continue;
    const counts = byMinutes.has(String(row.launchStep)) ? 'minutes' : 'days';
    const expiresAt = instantOf(row.expiresAt);
    posts.set(String(row.id), {
      scheduledAt: iso(movedWithLaunch(scheduledAt, move, counts)),
      ...(expiresAt === null ? {} : { expiresAt: iso(movedWithLaunch(expiresAt, move, counts)) }),
    });
  }
  return done({ move, posts });
}
