import type { PayloadRequest } from 'payload';
import { withinTeam } from '@/core/abilities';
import type { Instant, Locale } from '@/core/model';
import { type Decision, plan } from '@/core/plan';
import { holdersOf } from '@/core/simulate';
import type { Context } from '../context';
import { withPost } from '../scheduler/assume';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';
import type { Subject } from './load';
import { type Holder, holderOf, type ProofInWords, proofIn } from './proof';
import { logsOf } from './settleChange';

/** What would become of one card if the post were approved now. */
export interface Forecast {
  card: string;
  feed: string;
  feedName: string;
  timezone: string;
  variantKey: string;
  outcome: Decision['outcome'];
  at: Instant;
  /** Released as soon as it is approved. */
  atOnce: boolean;
  explanation: Record<Locale, string> | null;
  /** The posts that hold the places that it would have had. */
  holders: Holder[];
}

/** What a post would do, and what the caps say of its days: shown before an approval and kept beside it. */
export interface Outlook {
  forecast: Forecast[];
  proofs: ProofInWords[];
}

/** The same for several posts that would be approved in one act: the proofs are of all of them together. */
export interface JointOutlook {
  forecasts: ReadonlyMap<string, Forecast[]>;
  proofs: ProofInWords[];
}

/**
 * Asks the plan of each log that the post goes to, as if it were approved in its present form; a post whose
 * approval stands is asked about as it stands. Writes nothing.
 */
export async function outlookFor(ctx: Context, req: PayloadRequest, subject: Subject): Promise<Outlook> {
  const { forecasts, proofs } = await outlookTogether(ctx, req, [subject]);
  return { forecast: forecasts.get(subject.bound.content.id) ?? [], proofs };
}

/** One plan of each log for all of them, so that they take their places from each other as they would. */
export async function outlookTogether(
  ctx: Context,
  req: PayloadRequest,
  subjects: readonly Subject[],
): Promise<JointOutlook> {
  const forecasts = new Map<string, Forecast[]>();
  const proofs: ProofInWords[] = [];
  const contents = subjects.map(({ bound }) => bound.content);
  const posts = new Set(contents.map(({ id }) => id));
  for (const log of logsOf(subjects[0]?.refs.feeds ?? new Map(), contents)) {
    const loaded = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now, req });
    if (!loaded) continue;
    const snapshot = subjects.reduce((known, subject) => withPost(known, subject), loaded);
    const decisions = plan({ ...snapshot.input, now: ctx.now });
    for (const decision of decisions) {
      if (!posts.has(decision.post)) continue;
      const own = forecasts.get(decision.post) ?? [];
      forecasts.set(decision.post, [...own, forecastOf(decision, snapshot, ctx)]);
    }
    const proof = proofIn({ snapshot, decisions, posts });
    if (proof) proofs.push(seenBy(proof, ctx));
  }
  return { forecasts, proofs };
}

export const forecastOf = (decision: Decision, snapshot: Snapshot, ctx: Context): Forecast => {
  const feed = snapshot.refs.feeds.get(decision.feed);
  return {
    card: decision.card,
    feed: decision.feed,
    feedName: feed?.name ?? '',
    timezone: feed?.zone ?? snapshot.input.zone,
    variantKey: decision.variantKey,
    outcome: decision.outcome,
    at: decision.at,
    atOnce: decision.due && decision.outcome === 'release',
    explanation: sentencesOf(decision.reasons, decision.feed, snapshot),
    holders: holdersOf(decision.reasons)
      .filter(({ post, feed: of }) => post !== decision.post && withinTeam(ctx.actor, [of]))
      .map((card) => holderOf(card, snapshot)),
  };
};

/** Links go only where the reader may go. */
export const seenBy = (proof: ProofInWords, { actor }: Context): ProofInWords => ({
  ...proof,
  holders: proof.holders.filter(({ feed }) => withinTeam(actor, [feed])),
});
