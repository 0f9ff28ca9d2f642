import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import {
  type ChosenFeed,
  checkScriptStatus,
  type KnownSegment,
  type MadePost,
  type PostDraft,
  postOf,
  stepsOf,
} from '@/core/launch';
import type { SegmentId } from '@/core/model';
import { tooManyPosts } from '@/core/words/launchReasons';
import { changersOf } from '../approvals/changers';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor } from '../documents';
import { done, type Outcome, refuse } from '../outcome';
import { text } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { makeTogether } from '../posts/settleMade';
import { mostPosts, refuseScript, scriptFor } from './load';
import { commentRows, typedId, typedIds, variantRows } from './rows';
import { stateOf } from './whole';

type Row = Record<string, unknown>;

/** Every segment with the key by which templates name it. */
export async function loadKnownSegments(ctx: Context, req: PayloadRequest): Promise<KnownSegment[]> {
  const found = await rows(ctx.payload, slugs.segments, undefined, req, { key: true });
  return found.map(({ id, key }) => ({ id: String(id) as SegmentId, key: text(key) }));
}

export async function loadChosenFeeds(ctx: Context, req: PayloadRequest): Promise<ChosenFeed[]> {
  return [...(await loadFeeds(ctx.payload, req)).values()].map(({ id, channel }) => ({ id, channel }));
}

interface Belonging {
  script: string | number;
  product: string | null;
  offer: string | null;
  /** Who wrote the copy that they are made of, beside the person who makes them. */
  writers: readonly string[];
}

/** Writes posts of a script through the doors that people use: their guards and their hooks hold. */
export const createPosts = (
  ctx: Context,
  req: PayloadRequest,
  drafts: readonly PostDraft[],
  { script, product, offer, writers }: Belonging,
): Promise<void> =>
  makeTogether(req, {
    writers,
    write: async () => {
      for (const draft of drafts) {
        const { firstComments, variants, feeds, images, scheduledAt, ...values } = draft;
        await ctx.payload.create({
          collection: slugs.posts,
          data: {
            ...values,
            firstComments: commentRows(firstComments),
            images: typedIds(ctx.payload, images),
            feeds: typedIds(ctx.payload, feeds),
            variants: variantRows(ctx.payload, variants),
            audience: { visibility: 'everyone' },
            scheduledAt: scheduledAt === null ? null : new Date(scheduledAt).toISOString(),
            product: typedId(ctx.payload, product),
            offer: typedId(ctx.payload, offer),
            launchScript: script,
          } as never,
          depth: 0,
          overrideAccess: false,
          user: ctx.req.user,
          req,
        });
      }
    },
  });

/** What a step keeps once its post has the copy; beside it the versions that its post could not take. */
const emptied: Row = {
  body: null,
  firstComments: [],
  images: [],
  copyMode: 'exact',
  staffGuidance: null,
};

const withoutCopy = ({ payload }: Context, phases: unknown, made: readonly MadePost[]): Row[] => {
  const unused = new Map(made.map((one) => [one.draft.launchStep, one.unused]));
  return ((phases ?? []) as Row[]).map((phase) => ({
    ...phase,
    steps: ((phase.steps ?? []) as Row[]).map((step) => {
      const left = unused.get(text(step.key));
      return left ? { ...step, ...emptied, variants: variantRows(payload, left) } : step;
    }),
  }));
};

/** Makes the posts of steps that have feeds and a time and no post yet; their copy goes over into the posts. */
export async function makeMissingPosts(ctx: Context, { id }: { id: string }): Promise<Outcome<Row>> {
  const made = await inTransaction(ctx.payload, ctx.req, async (req): Promise<Outcome<null>> => {
    const found = await scriptFor(ctx, req, { id, act: 'script.make' });
    if (!found.ok) return found;
    const whole = found.value;
    const { content, row } = whole.frame;
    const wrong = checkScriptStatus('make-posts', stateOf(content, whole.posts));
    if (wrong.length > 0) return refuseScript(409, wrong, ctx, whole);
    const { launchAt, timezone } = content;
    if (launchAt === null) return refuseScript(400, [{ code: 'script-without-time' }], ctx, whole);
    const taken = new Set(whole.posts.map(({ bound }) => bound.content.launchStep));
    const question = {
      launchAt,
      timezone,
      feeds: await loadChosenFeeds(ctx, req),
      known: await loadKnownSegments(ctx, req),
      segments: null,
    };
    const made = stepsOf(content)
      .filter(({ key, feeds }) => feeds.length > 0 && !taken.has(key))
      .map((step) => postOf(step, question))
      .filter(({ draft }) => draft.scheduledAt !== null);
    if (whole.posts.length + made.length > mostPosts) {
      return refuse(400, [{ message: tooManyPosts(mostPosts)[ctx.locale] }]);
    }
    if (made.length > 0) {
      await ctx.payload.update({
        collection: slugs.launchScripts,
        id: row.id as string | number,
        data: { phases: withoutCopy(ctx, row.phases, made) } as never,
        depth: 0,
        overrideAccess: false,
        user: ctx.req.user,
        req,
      });
      const { product, offer } = content;
      const writers = changersOf(row);
      await createPosts(
        ctx,
        req,
        made.map(({ draft }) => draft),
        { script: row.id as string | number, product, offer, writers },
      );
    }
    return done(null);
  });
  return made.ok ? done(await documentFor(ctx, slugs.launchScripts, id)) : made;
}
