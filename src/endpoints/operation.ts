import type { Endpoint } from 'payload';
import { z } from 'zod';
import { can } from '@/core/abilities';
import { whats } from '@/core/decisions';
import { isStorable } from '@/core/storable';
import { addDays, dayBounds } from '@/core/time';
import { sayNotAllowed } from '@/core/words/approval';
import { operationWords } from '@/core/words/operation';
import { catchUp } from '@/server/catchUp/report';
import type { Context } from '@/server/context';
import { listDecisions, mostOnPage } from '@/server/decisions/list';
import { done, type Outcome, refuse } from '@/server/outcome';
import { loadSettings } from '@/server/settings/load';
import { stopState } from '@/server/stop/state';
import { previewResume, resume, stopEverything } from '@/server/stop/stop';
import { dayOrInstant, instant } from './instants';
import { handle, handleQuery } from './respond';

const reason = z.string().max(2000).refine(isStorable);
const id = z.string().min(1).max(64).refine(isStorable);
const whole = (most: number) => z.coerce.number().int().min(1).max(most);

const filter = z.object({
  from: dayOrInstant.optional(),
  to: dayOrInstant.optional(),
  feed: id.optional(),
  post: id.optional(),
  what: z.enum(whats).optional(),
  page: whole(10_000).optional(),
  limit: whole(mostOnPage).optional(),
});

/** A day begins, or as the end of a period ends, in the timezone of the settings. */
function instantIn(value: string | undefined, zone: string, end: boolean): number | undefined {
  if (value === undefined) return undefined;
  if (value.length > 10) return Date.parse(value);
  return dayBounds(end ? addDays(value, 1) : value, zone)[0];
}

async function decisions(ctx: Context, given: z.infer<typeof filter>): Promise<Outcome<unknown>> {
  const { timezone } = await loadSettings(ctx.payload, ctx.req);
  const from = instantIn(given.from, timezone, false);
  const to = instantIn(given.to, timezone, true);
  if (from !== undefined && to !== undefined && from >= to) {
    return refuse(400, [{ message: operationWords[ctx.locale].api.badPeriod }]);
  }
  return listDecisions(ctx, { ...given, from, to });
}

/** Running it: stop and resume, what was decided, what an outage came to. */
export const operationEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/stop',
    method: 'post',
    handler: handle(z.object({ reason }), (ctx, given) => stopEverything(ctx, given)),
  },
  {
    path: '/stop',
    method: 'get',
    handler: handleQuery(z.object({}), async (ctx) => {
      if (!can(ctx.actor, 'admin.open')) return refuse(403, [{ message: sayNotAllowed[ctx.locale] }]);
      return done(await stopState(ctx.payload, ctx.req));
    }),
  },
  {
    path: '/resume',
    method: 'get',
    handler: handleQuery(z.object({}), (ctx) => previewResume(ctx)),
  },
  {
    path: '/resume',
    method: 'post',
    handler: handle(z.object({ reason, state: z.string().max(64).nullish() }), (ctx, given) =>
      resume(ctx, given),
    ),
  },
  { path: '/decisions', method: 'get', handler: handleQuery(filter, decisions) },
  {
    path: '/catch-up',
    method: 'get',
    handler: handleQuery(z.object({ since: instant.optional() }), async (ctx, { since }) => {
      if (!can(ctx.actor, 'decisions.read')) {
        return refuse(403, [{ message: operationWords[ctx.locale].api.notAllowedRead }]);
      }
      return done((await catchUp(ctx, since === undefined ? undefined : Date.parse(since))) ?? nothing);
    }),
  },
];

const nothing = { since: null, interruptions: [], late: [], expired: [], waits: [], skipped: [], cut: false };
