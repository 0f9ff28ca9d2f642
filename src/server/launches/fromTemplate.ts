import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { can, withinTeam } from '@/core/abilities';
import { isFar, scriptFrom } from '@/core/launch';
import type { Instant, SegmentId, TimeZone } from '@/core/model';
import { isTimeZone } from '@/core/time';
import { sayNotAllowed } from '@/core/words/approval';
import { makeSentence } from '@/core/words/launchMake';
import { tooManyPosts } from '@/core/words/launchReasons';
import { changersOf } from '../approvals/changers';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { documentFor, visibleRow } from '../documents';
import { done, type Outcome, type Refusal, refuse } from '../outcome';
import { noEdit } from '../posts/noEdit';
import { templateFor } from '../templates/approve';
import { mostPosts } from './load';
import { createPosts, loadChosenFeeds, loadKnownSegments } from './makePosts';
import { scriptPhases } from './rows';

export interface FromTemplate {
  template: string;
  /** What the script is called; the template's name and the product's otherwise. */
  name?: string | undefined;
  product: string | null;
  offer: string | null;
  launchAt: Instant;
  timezone: TimeZone;
  feeds: readonly string[];
  /** Those that get copy of their own; null: those that the template names. */
  segments: readonly string[] | null;
}

type Row = Record<string, unknown>;

type Missing = Parameters<typeof makeSentence>[0];

const lacks = (ctx: Context, missing: Missing, status: 400 | 404 = 400): Refusal =>
  refuse(status, [{ message: makeSentence(missing, ctx.locale), data: missing }]);

/** The product or the offer of the question, where one is named; a refusal where it is not there. */
async function namedRow(
  ctx: Context,
  req: PayloadRequest,
  { collection, id }: { collection: 'products' | 'offers'; id: string | null },
): Promise<Outcome<Row | null>> {
  if (id === null) return done(null);
  const row = await visibleRow(ctx, req, { collection, id });
  return row ? done(row) : lacks(ctx, { code: collection === 'products' ? 'no-product' : 'no-offer' }, 404);
}

/** A script from a template with its posts filled in, in one transaction: all of it or nothing. */
export async function scriptFromTemplate(ctx: Context, asked: FromTemplate): Promise<Outcome<Row>> {
  const made = await inTransaction(ctx.payload, ctx.req, (req) => make(ctx, req, asked));
  return made.ok ? done(await documentFor(ctx, slugs.launchScripts, made.value)) : made;
}

async function make(ctx: Context, req: PayloadRequest, asked: FromTemplate): Promise<Outcome<string>> {
  const { launchAt, timezone } = asked;
  const found = await templateFor(ctx, req, asked.template);
  if (!found.ok) return found;
  if (!can(ctx.actor, 'script.make') || !withinTeam(ctx.actor, asked.feeds)) {
    return refuse(403, [{ message: sayNotAllowed[ctx.locale] }]);
  }
  if (!isTimeZone(timezone)) return lacks(ctx, { code: 'timezone', timezone });
  if (isFar(launchAt, ctx.now)) return lacks(ctx, { code: 'far' });
  const feeds = (await loadChosenFeeds(ctx, req)).filter(({ id }) => asked.feeds.includes(id));
  if (feeds.length === 0) return lacks(ctx, { code: 'no-feeds' });
  if (feeds.length < new Set(asked.feeds).size) return lacks(ctx, { code: 'feed-gone' }, 404);
  const product = await namedRow(ctx, req, { collection: 'products', id: asked.product });
  if (!product.ok) return product;
  const offer = await namedRow(ctx, req, { collection: 'offers', id: asked.offer });
  if (!offer.ok) return offer;
  const known = await loadKnownSegments(ctx, req);
  const strange = asked.segments?.some((id) => !known.some((segment) => segment.id === id));
  if (strange) return lacks(ctx, { code: 'segment-gone' }, 404);
  const { content, hash } = found.value;
  const { phases, posts } = scriptFrom({
    template: content,
    launchAt,
    timezone,
    feeds,
    known,
    segments: asked.segments as readonly SegmentId[] | null,
  });
  if (posts.length === 0) return lacks(ctx, { code: 'no-channel' });
  if (posts.length > mostPosts) return refuse(400, [{ message: tooManyPosts(mostPosts)[ctx.locale] }]);
  const called = [product.value?.name, content.name].filter(Boolean).join(' · ');
  const script = await ctx.payload.create({
    collection: slugs.launchScripts,
    data: {
      // Half of a pair of surrogates at the end could not be stored.
      name: (asked.name?.trim() || called).slice(0, 80).replace(/\p{Surrogate}$/u, ''),
      product: product.value?.id ?? null,
      offer: offer.value?.id ?? null,
      launchAt: new Date(launchAt).toISOString(),
      timezone,
      phases: scriptPhases(ctx.payload, phases),
    } as never,
    depth: 0,
    overrideAccess: false,
    user: ctx.req.user,
    req,
  });
  await ctx.payload.db.updateOne({
    collection: slugs.launchScripts,
    id: script.id,
    data: {
      ...noEdit,
      template: found.value.row.id,
      templateHash: content.status === 'approved' ? hash : null,
    },
    req,
    returning: false,
  });
  const writers = changersOf(found.value.row);
  const { product: ofProduct, offer: ofOffer } = asked;
  await createPosts(
    ctx,
    req,
    posts.map(({ draft }) => draft),
    { script: script.id, product: ofProduct, offer: ofOffer, writers },
  );
  return done(String(script.id));
}
