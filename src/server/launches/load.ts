import { slugs } from '@collections/slugs';
import type { PayloadRequest } from 'payload';
import { type Act, can, withinTeam } from '@/core/abilities';
import { feedsOfScript, type Gap, gapsOf, type ScriptReason } from '@/core/launch';
import type { FeedId } from '@/core/model';
import { sayNotAllowed } from '@/core/words/approval';
import { gapSentence } from '@/core/words/launchGaps';
import { scriptNotFound, scriptSentence, tooManyPosts } from '@/core/words/launchReasons';
import type { Context } from '../context';
import { visibleRow } from '../documents';
import { done, type Outcome, type Refusal, refuse, refuseWith } from '../outcome';
import { loadHolidays } from './holidays';
import { type LaunchPost, loadWhole, type Whole } from './whole';

/** Of one script: with more nobody could read it, and every look at it would take seconds. */
export const mostPosts = 300;

/** The feeds that a script and its posts are about; a script with an exception for all is about all. */
export function feedsOfWhole({ frame, refs, posts }: Whole): FeedId[] {
  const feeds = feedsOfScript(frame.content);
  if (feeds === 'all') return [...refs.feeds.keys()];
  return [...new Set([...feeds, ...posts.flatMap(({ bound }) => bound.content.feeds)])];
}

/** May the person do this to a script of these feeds? */
export const mayAct = (ctx: Context, act: Act, whole: Whole): boolean =>
  can(ctx.actor, act, { type: slugs.launchScripts, feeds: feedsOfWhole(whole) });

/** As the door of posts has it: one that goes to a feed of theirs, or to none yet. */
export const mayRead = ({ actor }: Context, { bound: { content } }: LaunchPost): boolean =>
  content.feeds.length === 0 || content.feeds.some((feed) => withinTeam(actor, [feed]));

/**
 * Loads a script with its posts for an act: 404 when it is not there or not theirs to see, 403 when they may not do
 * this.
 */
export async function scriptFor(
  ctx: Context,
  req: PayloadRequest,
  { id, act, most = mostPosts }: { id: string; act: Act; most?: number },
): Promise<Outcome<Whole>> {
  const { payload, locale } = ctx;
  const row = await visibleRow(ctx, req, { collection: slugs.launchScripts, id });
  if (!row) return refuse(404, [{ message: scriptNotFound[locale] }]);
  const { totalDocs } = await payload.db.count({
    collection: slugs.posts,
    where: { launchScript: { equals: row.id } },
    req,
  });
  if (totalDocs > most) return refuse(400, [{ message: tooManyPosts(mostPosts)[locale] }]);
  const whole = await loadWhole(payload, row, req);
  // Everybody who plans reads every script, as the ability table says.
  const may = act === 'calendar.read' ? can(ctx.actor, act) : mayAct(ctx, act, whole);
  return may ? done(whole) : refuse(403, [{ message: sayNotAllowed[locale] }]);
}

/** What the script still lacks, by name. */
export async function gapsOfWhole(ctx: Context, req: PayloadRequest, whole: Whole): Promise<Gap[]> {
  const { frame, posts, postRefs, settings } = whole;
  return gapsOf({
    content: frame.content,
    posts: posts.map(({ bound }) => bound.content),
    refs: postRefs,
    holidays: await loadHolidays(ctx.payload, frame.content.timezone, req),
    now: ctx.now,
    graceMinutes: settings.graceMinutes,
  });
}

export const refuseScript = (
  status: Refusal['status'],
  reasons: readonly ScriptReason[],
  { locale }: Context,
  { postRefs }: Pick<Whole, 'postRefs'>,
): Refusal =>
  refuseWith(status, reasons, (reason) =>
    reason.code === 'script-gap' ? gapSentence(reason.gap, postRefs, locale) : scriptSentence(reason, locale),
  );
