import { slugs } from '@collections/slugs';
import type { UIFieldServerComponent } from 'payload';
import type { PostStatus } from '@/core/model';
import type { Context } from '@/server/context';
import { idOf } from '@/server/posts/content';
import { panelWorld } from '@/server/screens/world';
import { screenContext } from '../context';
import { PostPanel, type Replaced } from './PostPanel';

/** The post that this one corrects, where the reader may see it. */
async function replacedBy({ payload, req }: Context, id: string | null): Promise<Replaced | null> {
  if (id === null) return null;
  const { docs } = await payload.find({
    collection: slugs.posts,
    where: { id: { equals: id } },
    select: { title: true, status: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const [post] = docs;
  return post ? { id, title: post.title, status: post.status as PostStatus } : null;
}

/** Beside the fields of a post: how it will look, where it stands, what comes next. */
export const PostPanelField: UIFieldServerComponent = async ({ req, data }) => {
  const ctx = await screenContext(req);
  if (!ctx) return null;
  const [world, replaced] = await Promise.all([panelWorld(ctx), replacedBy(ctx, idOf(data?.replaces))]);
  return <PostPanel world={world} replaced={replaced} now={ctx.now} />;
};
