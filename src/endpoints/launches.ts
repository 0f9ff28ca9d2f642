import type { Endpoint } from 'payload';
import { z } from 'zod';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { scriptFromTemplate } from '@/server/launches/fromTemplate';
import { makeMissingPosts } from '@/server/launches/makePosts';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { rescheduleScript } from '@/server/launches/reschedule';
import { reviewOfScript } from '@/server/launches/review';
import { saveAsTemplate } from '@/server/launches/saveAsTemplate';
import { submitScript } from '@/server/launches/submit';
import { tryReschedule } from '@/server/launches/tryReschedule';
import { withdrawScript } from '@/server/launches/withdraw';
import { approveTemplate } from '@/server/templates/approve';
import { instant } from './instants';
import { handle } from './respond';
import { commented, hash, idText, words } from './shapes';

/** A launch has at most 200 steps in each of 20 phases; scripts of hundreds of posts are beyond any use. */
const mostPosts = 500;

const launchAt = instant.transform((at) => Date.parse(at));

const moved = z.object({ launchAt });

const approval = commented.extend({
  contentHash: hash,
  posts: z
    .array(z.object({ post: idText, contentHash: hash, waits: z.boolean().default(true) }))
    .max(mostPosts)
    .optional(),
});

const returned = commented.extend({
  steps: z
    .array(z.object({ post: idText, comment: words }))
    .max(mostPosts)
    .optional(),
});

const made = z.object({
  template: idText,
  name: words.optional(),
  product: idText.nullish(),
  offer: idText.nullish(),
  launchAt,
  timezone: z.string().min(1).max(64).default('Asia/Shanghai'),
  feeds: z.array(idText).min(1).max(100),
  segments: z.array(idText).max(100).nullish(),
});

/** What makes a launch script and moves it on. */
export const launchEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/launch-scripts/from-template',
    method: 'post',
    handler: handle(made, (ctx, { product, offer, segments, ...asked }) =>
      scriptFromTemplate(ctx, {
        ...asked,
        product: product ?? null,
        offer: offer ?? null,
        segments: segments ?? null,
      }),
    ),
  },
  {
    path: '/launch-scripts/:id/make-posts',
    method: 'post',
    handler: handle(z.object({}), (ctx, _, id) => makeMissingPosts(ctx, { id })),
  },
  {
    path: '/launch-scripts/:id/save-as-template',
    method: 'post',
    handler: handle(
      z.object({ name: words.default(''), description: words.max(1000).default('') }),
      (ctx, { name, description }, id) => saveAsTemplate(ctx, { id, name, description }),
    ),
  },
  {
    path: '/launch-scripts/:id/reschedule',
    method: 'post',
    handler: handle(moved, (ctx, to, id) => rescheduleScript(ctx, { id, ...to })),
  },
  {
    path: '/launch-scripts/:id/try-reschedule',
    method: 'post',
    handler: handle(moved, (ctx, to, id) => tryReschedule(ctx, { id, ...to })),
  },
  {
    path: '/launch-scripts/:id/cancel',
    method: 'post',
    handler: handle(z.object({ reason: words }), (ctx, { reason }, id) => cancelScript(ctx, { id, reason })),
  },
  {
    path: '/launch-scripts/:id/submit',
    method: 'post',
    handler: handle(commented, (ctx, { comment }, id) => submitScript(ctx, { id, comment })),
  },
  {
    path: '/launch-scripts/:id/withdraw',
    method: 'post',
    handler: handle(commented, (ctx, { comment }, id) => withdrawScript(ctx, { id, comment })),
  },
  {
    path: '/launch-scripts/:id/approve',
    method: 'post',
    handler: handle(approval, (ctx, { contentHash, posts, comment }, id) =>
      approveScript(ctx, { id, contentHash, posts, comment }),
    ),
  },
  {
    path: '/launch-scripts/:id/request-changes',
    method: 'post',
    handler: handle(returned, (ctx, { comment, steps }, id) =>
      requestScriptChanges(ctx, { id, comment, steps }),
    ),
  },
  {
    path: '/launch-scripts/:id/review',
    method: 'get',
    handler: handle(z.object({}), (ctx, _, id) => reviewOfScript(ctx, id)),
  },
  {
    path: '/launch-templates/:id/approve',
    method: 'post',
    handler: handle(commented.extend({ contentHash: hash }), (ctx, { contentHash, comment }, id) =>
      approveTemplate(ctx, { id, contentHash, comment }),
    ),
  },
];
