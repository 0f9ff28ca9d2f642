import type { Payload, PayloadRequest } from 'payload';
import type { Context } from '@/server/context';
import { inTransaction } from '@/server/database/inTransaction';
import { fencePlanInputs, fenceSettings } from '@/server/fences/hook';
import { approveScript } from '@/server/launches/approve';
import { submitScript } from '@/server/launches/submit';
import { withdrawScript } from '@/server/launches/withdraw';
import type { Outcome } from '@/server/outcome';
import { approve } from '@/server/posts/approve';
import { recallPost } from '@/server/posts/recall';
import { resolvePost } from '@/server/posts/resolve';
import { settleChange } from '@/server/posts/settleChange';
import { submit } from '@/server/posts/submit';
import { withdraw } from '@/server/posts/withdraw';
import { oneOf, whole } from '../builders/random';
import type { Promises } from './promises';
import { anyQuietHours } from './rules';
import type { Process } from './simulation';
import { hour, type LabWorld, minute } from './world';

interface Acting {
  payload: Payload;
  process: Process;
  world: LabWorld;
  promises: Promises;
  random: () => number;
}

/** A request and context of one person; roles and teams have tests of their own. */
function contextOf({ payload, process }: Acting, id: string): Context {
  const user = { id, name: id, roles: ['editor', 'manager'], active: true, collection: 'users' };
  return {
    payload,
    req: { payload, user, context: {}, i18n: { language: 'zh' } } as unknown as PayloadRequest,
    actor: { id, roles: ['editor', 'manager'], active: true, team: null, feeds: 'all' },
    actorName: id,
    locale: 'zh',
    now: process.wall(),
    clockProblem: null,
  };
}

/** What the door does to a post: the row, and the hook that binds it, in one transaction. */
async function edit(acting: Acting, id: string, data: Record<string, unknown>): Promise<void> {
  const { payload } = acting;
  const { req } = contextOf(acting, 'e1');
  await inTransaction(payload, req, async (within) => {
    const where = { id: { equals: id } };
    const before = await payload.db.findOne<{ id: string } & Record<string, unknown>>({
      collection: 'posts',
      where,
      req: within,
    } as never);
    await payload.db.updateOne({ collection: 'posts', id, data, req: within });
    if (before) await settleChange(within, id, before);
  });
}

/** A change of something that plans rest on, with the hook of its collection. */
async function change(
  acting: Acting,
  slug: 'cap-rules' | 'feeds' | 'products',
  id: string | number,
  data: Record<string, unknown>,
): Promise<void> {
  const { payload } = acting;
  const { req } = contextOf(acting, 'm1');
  await inTransaction(payload, req, async (within) => {
    const where = { id: { equals: id } };
    const previousDoc = await payload.db.findOne({ collection: slug, where, req: within } as never);
    const doc = await payload.db.updateOne({ collection: slug, id, data, req: within });
    await fencePlanInputs(slug)({ doc, previousDoc, operation: 'update', req: within } as never);
  });
}

async function settings(acting: Acting, data: Record<string, unknown>): Promise<void> {
  const { payload } = acting;
  const { req } = contextOf(acting, 'm1');
  await inTransaction(payload, req, async (within) => {
    const previousDoc = await payload.db.findGlobal({ slug: 'settings', req: within } as never);
    const doc = await payload.db.updateGlobal({ slug: 'settings', data, req: within } as never);
    await fenceSettings({ doc, previousDoc, req: within } as never);
  });
}

async function takeBack(acting: Acting, id: string): Promise<void> {
  const answer = await withdraw(contextOf(acting, 'e1'), { id });
  if (!answer.ok) return;
  const told = answer.value.released.map(({ card }) => card).sort();
  const out = acting.promises
    .released(id)
    .map(({ card }) => String(card))
    .sort();
  if (told.join() !== out.join())
    acting.promises.find('between', `the withdrawal of ${id} said ${told} and ${out} are out`);
}

async function approveAgain(acting: Acting, id: string): Promise<void> {
  const row = await acting.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: 'posts',
    where: { id: { equals: id } },
  } as never);
  let contentHash = String(row?.contentHash);
  if (row?.status === 'draft') {
    const submitted = await submit(contextOf(acting, 'e1'), { id });
    if (!submitted.ok) return;
    contentHash = String(submitted.value.contentHash);
  }
  await approve(contextOf(acting, 'm2'), { id, contentHash });
}

/** Takes the approval of a launch back, or gives it again: its exceptions hold from then on, or no longer do. */
async function decideScript(acting: Acting): Promise<void> {
  if (!acting.world.script) return;
  const id = String(acting.world.script.id);
  const taken = await withdrawScript(contextOf(acting, 'e1'), { id });
  if (taken.ok) return;
  const submitted = await submitScript(contextOf(acting, 'e1'), { id });
  if (!submitted.ok) return;
  const contentHash = String(submitted.value.contentHash);
  await approveScript(contextOf(acting, 'm2'), { id, contentHash });
}

/** Of a rule its limit, or its gap where it has nothing else. */
function changeRule({ world, random, ...acting }: Acting): Promise<void> {
  const { id, limit } = oneOf(random, world.rules);
  const data = limit === null ? { minGapMinutes: oneOf(random, [5, 30, 60]) } : { limit: whole(random, 4) };
  return change({ world, random, ...acting }, 'cap-rules', id, data);
}

/** What people do while schedulers run; each uses the product's own functions. */
export const commands = {
  withdraw: takeBack,
  edit: (acting: Acting, id: string) => edit(acting, id, { body: `改了 ${whole(acting.random, 1000)}` }),
  move: (acting: Acting, id: string) => moveWithinDay(acting, id),
  recall: (acting: Acting, id: string) => recallPost(contextOf(acting, 'm1'), { id, reason: '价格错了' }),
  approve: approveAgain,
  'release now': (acting: Acting, id: string): Promise<Outcome<unknown>> =>
    resolvePost(contextOf(acting, 'm1'), { id, action: 'release-now' }),
  drop: (acting: Acting, id: string) => resolvePost(contextOf(acting, 'm1'), { id, action: 'drop' }),
  limit: changeRule,
  quiet: (acting: Acting) =>
    change(acting, 'feeds', oneOf(acting.random, acting.world.feeds).id, {
      quietHours: anyQuietHours(acting.random),
    }),
  script: decideScript,
  feed: ({ world, random, ...acting }: Acting) =>
    change({ world, random, ...acting }, 'feeds', oneOf(random, world.feeds).id, {
      overlap: 3 + whole(random, 2),
    }),
  price: (acting: Acting) =>
    change(acting, 'products', acting.world.product.id, { price: 39 + whole(acting.random, 3) }),
  stop: async (acting: Acting) => {
    await settings(acting, { stopped: true });
    await acting.process.sleepUntil(acting.process.simulation.now + (1 + whole(acting.random, 90)) * minute);
    await settings(acting, { stopped: false });
  },
  resume: (acting: Acting) => settings(acting, { stopped: false }),
  /** Past every door: an older version of the product, or somebody with a database client. */
  tamper: ({ payload, random }: Acting, id: string) =>
    payload.db.updateOne({
      collection: 'posts',
      where: { id: { equals: id } },
      data: { body: `没人批准过 ${whole(random, 1000)}` },
    }),
} satisfies Record<string, (acting: Acting, id: string) => Promise<unknown>>;

export type CommandName = keyof typeof commands;

async function moveWithinDay(acting: Acting, id: string): Promise<void> {
  const row = await acting.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: 'posts',
    where: { id: { equals: id } },
  } as never);
  const at = Date.parse(String(row?.scheduledAt)) + oneOf(acting.random, [-hour, 10 * minute, hour]);
  await edit(acting, id, { scheduledAt: new Date(at).toISOString() });
}

export type { Acting };
