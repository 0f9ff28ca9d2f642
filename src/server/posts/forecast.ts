import type { PayloadRequest } from 'payload';
import type { Instant, Locale, LogId } from '@/core/model';
import { type Decision, plan } from '@/core/plan';
import type { Context } from '../context';
import { withPost } from '../scheduler/assume';
import { loadSnapshot } from '../scheduler/snapshot';
import { sentencesOf } from '../scheduler/states';
import type { Subject } from './load';
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
}

/** Asks the plan of each log that the post goes to, as if it were approved in its present form. Writes nothing. */
export async function forecastFor(ctx: Context, req: PayloadRequest, subject: Subject): Promise<Forecast[]> {
  const { bound, refs } = subject;
  const forecasts: Forecast[] = [];
  for (const log of logsOf(refs.feeds, [bound.content])) {
    forecasts.push(...(await forecastIn(log, { ctx, req, subject })));
  }
  return forecasts;
}

async function forecastIn(
  log: LogId,
  { ctx, req, subject }: { ctx: Context; req: PayloadRequest; subject: Subject },
): Promise<Forecast[]> {
  const snapshot = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now, req });
  if (!snapshot) return [];
  const assumed = withPost(snapshot, subject);
  const decisions = plan({ ...assumed.input, now: ctx.now });
  return decisions
    .filter((decision) => decision.post === subject.bound.content.id)
    .map((decision) => {
      const feed = assumed.refs.feeds.get(decision.feed);
      return {
        card: decision.card,
        feed: decision.feed,
        feedName: feed?.name ?? '',
        timezone: feed?.zone ?? snapshot.input.zone,
        variantKey: decision.variantKey,
        outcome: decision.outcome,
        at: decision.at,
        atOnce: decision.due && decision.outcome === 'release',
        explanation: sentencesOf(decision.reasons, decision.feed, assumed),
      };
    });
}
