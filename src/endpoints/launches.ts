import type { Endpoint } from 'payload';
import { z } from 'zod';
import { approveScript } from '@/server/launches/approve';
import { requestScriptChanges } from '@/server/launches/requestChanges';
import { reviewOfScript } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import { withdrawScript } from '@/server/launches/withdraw';
import { handle } from './respond';
import { commented, hash } from './shapes';

/** What moves a launch script on: the same steps as a post has. */
export const launchEndpoints: Omit<Endpoint, 'root'>[] = [
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
    handler: handle(commented.extend({ contentHash: hash }), (ctx, { contentHash, comment }, id) =>
      approveScript(ctx, { id, contentHash, comment }),
    ),
  },
  {
    path: '/launch-scripts/:id/request-changes',
    method: 'post',
    handler: handle(commented, (ctx, { comment }, id) => requestScriptChanges(ctx, { id, comment })),
  },
  {
    path: '/launch-scripts/:id/review',
    method: 'get',
    handler: handle(z.object({}), (ctx, _, id) => reviewOfScript(ctx, id)),
  },
];
