import type { Endpoint } from 'payload';
import { z } from 'zod';
import { channels, kinds, onConflicts, onLates } from '@/core/model';
import { isStorable } from '@/core/storable';
import { isWallTime } from '@/core/time';
import type { Change } from '@/server/plan/question';
import { simulate } from '@/server/plan/simulate';
import { instant } from './instants';
import { handle } from './respond';

const id = z.union([z.string().min(1).max(64), z.number().int()]).transform(String);
const text = (longest: number) => z.string().max(longest).refine(isStorable);
const ids = z.array(id).max(100);

/** Fields of a post that decide when and to whom it goes, and what a new one needs to be looked at. */
const postChange = z.strictObject({
  post: id.nullish(),
  title: text(200).optional(),
  kind: z.enum(kinds).optional(),
  body: text(5000).optional(),
  feeds: ids.optional(),
  audience: z
    .strictObject({ visibility: z.enum(['everyone', 'only', 'except']), segments: ids.optional() })
    .optional(),
  variants: z
    .array(z.strictObject({ key: text(40).optional(), segments: ids, body: text(5000).optional() }))
    .max(20)
    .optional(),
  scheduledAt: instant.optional(),
  expiresAt: instant.nullish(),
  priority: z.number().int().min(-100).max(100).optional(),
  onConflict: z.enum(onConflicts).optional(),
  onLate: z.enum(onLates).optional(),
  dayBound: z.boolean().optional(),
  launchScript: id.nullish(),
});

/** One more post says at least where, when and what it is. */
const newPost = postChange.required({ kind: true, feeds: true, scheduledAt: true });

const ruleChange = z.strictObject({
  rule: id.nullable(),
  enabled: z.boolean().optional(),
  name: text(80).optional(),
  kinds: z.array(z.enum(kinds)).optional(),
  feeds: ids.optional(),
  channels: z.array(z.enum(channels)).optional(),
  counts: z.enum(['all', 'daily']).optional(),
  scope: z.enum(['customer', 'feed']).optional(),
  window: z
    .strictObject({
      unit: z.enum(['day', 'week', 'month', 'rolling-hours']).optional(),
      hours: z.number().int().min(1).max(744).nullish(),
    })
    .optional(),
  limit: z.number().int().min(0).max(10_000).nullish(),
  minGapMinutes: z.number().int().min(0).max(10_080).nullish(),
});

const wall = z.string().max(5).refine(isWallTime);
const hoursChange = z.strictObject({
  feed: id,
  quietHours: z.strictObject({ from: wall, to: wall }).nullable(),
});

const launchChange = z.strictObject({ launch: id, launchAt: instant });

/** A change is of what it names: a rule, a feed, a launch, else a post (no `post`: one more). */
const change = z.looseObject({}).transform((given, ctx): Change => {
  const read = <T>(schema: z.ZodType<T>): T => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) ctx.issues.push({ ...issue, input: given } as never);
    return z.NEVER;
  };
  if ('rule' in given) {
    const { rule, ...values } = read(ruleChange) ?? {};
    return { code: 'rule', rule: rule ?? null, values };
  }
  if ('feed' in given) {
    const { feed, quietHours } = read(hoursChange) ?? {};
    return { code: 'feed', feed, quietHours };
  }
  if ('launch' in given) {
    const { launch, launchAt } = read(launchChange) ?? {};
    return { code: 'launch', launch, launchAt: Date.parse(launchAt) };
  }
  const stored = 'post' in given && given.post !== null;
  const { post, ...values } = read(stored ? postChange : newPost) ?? {};
  return { code: 'post', post: post ?? null, values };
});

const question = z.strictObject({
  from: z.string().max(40),
  to: z.string().max(40),
  feed: id.nullish(),
  assumeApproved: z.array(id).max(200).optional(),
  changes: z.array(change).max(50).optional(),
});

export const planEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/plan/simulate',
    method: 'post',
    handler: handle(question, (ctx, asked) => simulate(ctx, asked)),
  },
];
