import type { Endpoint } from 'payload';
import { z } from 'zod';
import { threadOn } from '@/server/comments/thread';
import { writeComment } from '@/server/comments/write';
import { handle } from './respond';
import { idText, words } from './shapes';

const comment = z.object({ text: words, mentions: z.array(idText).max(50).nullish() });
const ofScript = comment.extend({ step: words.max(60).nullish() });

/** What people say about a post or a launch script, beside the decisions on it. */
export const commentEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/posts/:id/comments',
    method: 'get',
    handler: handle(z.object({}), (ctx, _, id) => threadOn(ctx, { type: 'posts', id })),
  },
  {
    path: '/posts/:id/comments',
    method: 'post',
    handler: handle(comment, (ctx, given, id) => writeComment(ctx, { ...given, type: 'posts', id })),
  },
  {
    path: '/launch-scripts/:id/comments',
    method: 'get',
    handler: handle(z.object({}), (ctx, _, id) => threadOn(ctx, { type: 'launch-scripts', id })),
  },
  {
    path: '/launch-scripts/:id/comments',
    method: 'post',
    handler: handle(ofScript, (ctx, given, id) =>
      writeComment(ctx, { ...given, type: 'launch-scripts', id }),
    ),
  },
];
