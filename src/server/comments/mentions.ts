import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import { plainText } from '@/core/comments/mentions';
import { unanswered } from '@/core/comments/thread';
import type { Instant } from '@/core/model';
import type { Context } from '../context';
import { type CommentRow, commentsWhere, withNames } from './read';
import { pageOf } from './subject';

/** Somebody mentioned the reader, who has not answered yet. */
export interface Mention {
  comment: string;
  subject: string;
  title: string;
  /** The page on which to answer. */
  href: string;
  byName: string;
  text: string;
  at: Instant;
}

/** Older ones are history. */
const shownForMs = 7 * 86_400_000;

/** Mentions of the reader in the last seven days on what they may see, newest first, until they say or decide something there. */
export async function mentionsOf(ctx: Context): Promise<Mention[]> {
  const { payload, actor, now } = ctx;
  if (!can(actor, 'comment.write')) return [];
  const since = new Date(now - shownForMs).toISOString();
  const recent = await commentsWhere(payload, { at: { greater_than_equal: since } }, 2000);
  const about = recent.filter(({ by, mentions }) => by !== actor.id && mentions.includes(actor.id));
  if (about.length === 0) return [];
  const own = recent.filter(({ by }) => by === actor.id);
  const open = unanswered(about.map(dated), [...own.map(dated), ...(await decidedBy(ctx, about, since))]);
  const pages = await pagesOf(ctx, open);
  const said = await withNames(
    payload,
    open.map(({ row }) => row),
  );
  const named = new Map(said.map(({ id, mentions }) => [id, mentions]));
  return open.flatMap(({ row, at }): Mention[] => {
    const page = pages.get(row.subject);
    if (!page) return [];
    const { id, subject, byName, text } = row;
    return [{ comment: id, subject, ...page, byName, text: plainText(text, named.get(id) ?? []), at }];
  });
}

const dated = (row: CommentRow) => ({ row, subject: row.subject, at: Date.parse(row.at) });

/** A decision is an answer too. */
async function decidedBy({ payload, actor }: Context, about: readonly CommentRow[], since: string) {
  const { docs } = await payload.db.find<{ subject: string; at: string }>({
    collection: slugs.approvals,
    where: {
      and: [
        { subject: { in: [...new Set(about.map(({ subject }) => subject))] } },
        { by: { equals: actor.id } },
        { at: { greater_than_equal: since } },
      ],
    },
    select: { subject: true, at: true },
    limit: 0,
    pagination: false,
  });
  return docs.map(({ subject, at }) => ({ subject, at: Date.parse(at) }));
}

type Page = Pick<Mention, 'title' | 'href'>;

/** Titles and pages of what the reader may see, by subject. */
async function pagesOf(
  { payload, req }: Context,
  open: readonly { subject: string }[],
): Promise<Map<string, Page>> {
  const idsOf = (slug: string) =>
    open.flatMap(({ subject }) => (subject.startsWith(`${slug}:`) ? subject.slice(slug.length + 1) : []));
  const seen = { limit: 0, pagination: false, depth: 0, overrideAccess: false, user: req.user, req } as const;
  const pages = new Map<string, Page>();
  const posts = idsOf(slugs.posts);
  if (posts.length > 0) {
    const { docs } = await payload.find({
      collection: slugs.posts,
      where: { id: { in: posts } },
      select: { title: true, status: true },
      ...seen,
    });
    for (const { id, title, status } of docs) {
      pages.set(`posts:${id}`, { title, href: pageOf(slugs.posts, String(id), status) });
    }
  }
  const scripts = idsOf(slugs.launchScripts);
  if (scripts.length > 0) {
    const { docs } = await payload.find({
      collection: slugs.launchScripts,
      where: { id: { in: scripts } },
      select: { name: true, status: true },
      joins: false,
      ...seen,
    });
    for (const { id, name, status } of docs) {
      pages.set(`launch-scripts:${id}`, {
        title: name,
        href: pageOf(slugs.launchScripts, String(id), status),
      });
    }
  }
  return pages;
}
