import type { Endpoint } from 'payload';
import { z } from 'zod';
import { done } from '@/server/outcome';
import { approve } from '@/server/posts/approve';
import { approveAll } from '@/server/posts/approveAll';
import { correctPost } from '@/server/posts/correct';
import { outlookOf } from '@/server/posts/outlookOf';
import { recallPost } from '@/server/posts/recall';
import { requestChanges } from '@/server/posts/requestChanges';
import { resolvePost } from '@/server/posts/resolve';
import { reviewOf } from '@/server/posts/review';
import { submit } from '@/server/posts/submit';
import { withdraw } from '@/server/posts/withdraw';
import { handle } from './respond';
import { commented, hash, idText, words } from './shapes';

const resolution = z.discriminatedUnion('action', [
  z.object({ action: z.literal('release-now') }),
  z.object({
    action: z.literal('move'),
    at: z.iso.datetime({ offset: true }).transform((at) => Date.parse(at)),
  }),
  z.object({ action: z.literal('drop') }),
]);

export const postEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/posts/:id/submit',
    method: 'post',
    handler: handle(commented, (ctx, { comment }, id) => submit(ctx, { id, comment })),
  },
  {
    path: '/posts/:id/withdraw',
    method: 'post',
    handler: handle(commented, async (ctx, { comment }, id) => {
      const withdrawn = await withdraw(ctx, { id, comment });
      return withdrawn.ok
        ? done({ ...withdrawn.value.post, releasedBefore: withdrawn.value.released })
        : withdrawn;
    }),
  },
  {
    path: '/posts/:id/approve',
    method: 'post',
    handler: handle(commented.extend({ contentHash: hash }), (ctx, { contentHash, comment }, id) =>
      approve(ctx, { id, contentHash, comment }),
    ),
  },
  {
    path: '/posts/:id/request-changes',
    method: 'post',
    handler: handle(commented, (ctx, { comment }, id) => requestChanges(ctx, { id, comment })),
  },
  {
    path: '/posts/:id/resolve',
    method: 'post',
    handler: handle(resolution, (ctx, how, id) => resolvePost(ctx, { ...how, id })),
  },
  {
    path: '/posts/:id/recall',
    method: 'post',
    handler: handle(z.object({ reason: words }), (ctx, { reason }, id) => recallPost(ctx, { id, reason })),
  },
  {
    path: '/posts/:id/correct',
    method: 'post',
    handler: handle(z.object({}), (ctx, _, id) => correctPost(ctx, { id })),
  },
  {
    path: '/posts/:id/review',
    method: 'get',
    handler: handle(z.object({}), (ctx, _, id) => reviewOf(ctx, id)),
  },
  {
    path: '/approvals/batch',
    method: 'post',
    handler: handle(
      z.object({
        items: z
          .array(z.object({ post: idText, contentHash: hash }))
          .min(1)
          .max(100),
      }),
      async (ctx, { items }) => done({ results: await approveAll(ctx, items) }),
    ),
  },
  {
    path: '/approvals/outlook',
    method: 'post',
    handler: handle(z.object({ posts: z.array(idText).max(100) }), (ctx, { posts }) => outlookOf(ctx, posts)),
  },
];
