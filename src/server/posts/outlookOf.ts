import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { type Forecast, outlookTogether } from './forecast';
import { subjectsForAll } from './loadAll';
import type { ProofInWords } from './proof';

export interface OutlookOfPosts {
  /** By post. */
  forecasts: Record<string, Forecast[]>;
  proofs: ProofInWords[];
}

/** What approving exactly these posts in one act would come to. Those that are not the reader's are left out. */
export async function outlookOf(ctx: Context, ids: readonly string[]): Promise<Outcome<OutlookOfPosts>> {
  const found = await subjectsForAll(ctx, ctx.req, { ids, act: 'plan.simulate' });
  const subjects = [...found.values()].flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const { forecasts, proofs } = await outlookTogether(ctx, ctx.req, subjects);
  return done({ forecasts: Object.fromEntries(forecasts), proofs });
}
