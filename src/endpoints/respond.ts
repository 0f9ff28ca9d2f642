import type { PayloadRequest } from 'payload';
import type { z } from 'zod';
import { actorWithFeeds } from '@/access';
import { sayBadInput } from '@/core/words/approval';
import { databaseWords } from '@/core/words/database';
import { localeFor, wordsFor } from '@/server/auth/language';
import type { Context } from '@/server/context';
import { leftOpen } from '@/server/fences/open';
import { type Outcome, type Refusal, refuse } from '@/server/outcome';
import { releaseClock } from '@/server/scheduler/clock';

/**
 * Who asks, or the answer for nobody. When is by the clock that the scheduler goes by, not by that of any web
 * process: what a door plans must be what a pass would plan.
 */
export async function contextOf(req: PayloadRequest): Promise<Context | null> {
  const actor = await actorWithFeeds(req);
  if (!actor?.active || !req.user) return null;
  const { now, problem } = await releaseClock(req.payload);
  const { name, username, email } = req.user as { name?: string; username?: string; email?: string };
  return {
    payload: req.payload,
    req,
    actor,
    actorName: name ?? username ?? email ?? actor.id,
    locale: localeFor(req),
    now,
    clockProblem: problem,
  };
}

export const refusalResponse = ({ status, errors }: Refusal): Response =>
  Response.json({ errors }, { status });

/** Payload's shape of errors for a refusal, the bare value otherwise. */
export const respond = (outcome: Outcome<unknown>): Response =>
  outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome);

/** What was done and is not yet in every log: 202, and a sentence beside the value. */
const respondOpen = (value: unknown, { locale }: Context): Response =>
  Response.json({ ...(value as object), notice: databaseWords.notInLog[locale] }, { status: 202 });

const signedOut = (req: PayloadRequest): Response =>
  Response.json({ errors: [{ message: wordsFor(req).signedOut }] }, { status: 401 });

export async function readBody(req: PayloadRequest): Promise<unknown> {
  try {
    const text = (await req.text?.()) ?? '';
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return null;
  }
}

/** An endpoint with a JSON body of a known shape: sign-in, shape, then the use case. */
export const handle =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (ctx: Context, input: z.infer<Schema>, id: string) => Promise<Outcome<unknown>>,
  ) =>
  async (req: PayloadRequest): Promise<Response> => {
    const ctx = await contextOf(req);
    if (!ctx) return signedOut(req);
    const parsed = schema.safeParse(await readBody(req));
    if (!parsed.success) return badInput(parsed.error, ctx);
    const outcome = await run(ctx, parsed.data, String(req.routeParams?.id ?? ''));
    return outcome.ok && leftOpen(req) ? respondOpen(outcome.value, ctx) : respond(outcome);
  };

const badInput = ({ issues }: z.ZodError, { locale }: Context): Response =>
  refusalResponse(
    refuse(
      400,
      issues.map((issue) => {
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
        const path = [...issue.path, ...unknown].join('.');
        return { message: sayBadInput(path, locale), data: { path, code: issue.code } };
      }),
    ),
  );

/** The same for what is asked with a query of a known shape. */
export const handleQuery =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (ctx: Context, input: z.infer<Schema>) => Promise<Outcome<unknown>>,
  ) =>
  async (req: PayloadRequest): Promise<Response> => {
    const ctx = await contextOf(req);
    if (!ctx) return signedOut(req);
    const parsed = schema.safeParse(Object.fromEntries(req.searchParams ?? []));
    return parsed.success ? respond(await run(ctx, parsed.data)) : badInput(parsed.error, ctx);
  };
