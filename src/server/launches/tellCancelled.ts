import { slugs } from '@collections/slugs';
import type { PayloadRequest, Where } from 'payload';
import { cancelTold } from '@/core/words/told';
import { changersOf } from '../approvals/changers';
import { scriptSubjectOf, subjectOf } from '../approvals/records';
import type { Context } from '../context';
import { notify } from '../notices/notify';
import { idsOf } from '../posts/content';
import { rows } from '../posts/references';
import type { ScriptMove } from './move';
import type { Whole } from './whole';

/** Who posts for these feeds: their members, and the staff of their teams. */
async function membersOf(
  { payload }: Context,
  req: PayloadRequest,
  feeds: readonly string[],
): Promise<string[]> {
  if (feeds.length === 0) return [];
  const found = await rows(payload, slugs.feeds, { id: { in: [...feeds] } }, req, {
    members: true,
    teams: true,
  });
  const teams = [...new Set(found.flatMap((feed) => idsOf(feed.teams)))];
  const staff =
    teams.length === 0
      ? []
      : await rows(
          payload,
          slugs.users,
          { and: [{ team: { in: teams } }, { roles: { in: ['staff'] } }] },
          req,
          { roles: true },
        );
  return [...found.flatMap((feed) => idsOf(feed.members)), ...staff.map(({ id }) => String(id))];
}

const writersOf = ({ frame, posts }: Whole): string[] =>
  [frame.row, ...posts.map(({ bound }) => bound.row)].flatMap(changersOf);

/** Who has written it since the last approval, or has submitted it ever. */
async function authorsOf({ payload }: Context, req: PayloadRequest, whole: Whole): Promise<string[]> {
  const subjects = [
    scriptSubjectOf(whole.frame.content.id),
    ...whole.posts.map(({ bound }) => subjectOf(bound.content.id)),
  ];
  const where: Where = { and: [{ subject: { in: subjects } }, { decision: { equals: 'submitted' } }] };
  const submitted = await rows(payload, slugs.approvals, where, req, { by: true });
  return [...writersOf(whole), ...submitted.flatMap(({ by }) => (typeof by === 'string' ? by : []))];
}

export interface Cancelled {
  whole: Whole;
  reason: string;
  taken: ScriptMove['posts'];
}

/** Says to whoever was to post a launch, to who wrote it, and to the groups, that it does not take place. */
export async function tellCancelled(
  ctx: Context,
  req: PayloadRequest,
  { whole, reason, taken }: Cancelled,
): Promise<void> {
  const { content } = whole.frame;
  const coming = taken.filter(({ post }) => post.bound.row.inFlight === true);
  const feeds = [...new Set(coming.flatMap(({ post }) => post.bound.content.feeds))];
  const authors = new Set(await authorsOf(ctx, req, whole));
  authors.delete(ctx.actor.id);
  const members = (await membersOf(ctx, req, feeds)).filter((id) => !authors.has(id) && id !== ctx.actor.id);
  const notice = {
    kind: 'cancelled',
    key: `cancelled:${scriptSubjectOf(content.id)}`,
    urgency: 'now',
    words: cancelTold({
      by: ctx.actorName,
      name: content.name,
      reason,
      posts: taken.filter(({ post }) => !post.isOut).length,
    }),
    link: `/admin/launches/${content.id}`,
    // Staff do not read scripts, and are told because they were to post it.
    about: [],
    at: ctx.now,
  } as const;
  await notify(req, { ...notice, to: [...authors] });
  // They have no page of launches; their own says it on its day.
  await notify(req, { ...notice, to: members, link: '/desk' });
  if (coming.length > 0) await notify(req, { ...notice, to: 'robot' });
}
