import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import {
  type InShort,
  inShort,
  type PhaseContent,
  type ScriptStatus,
  type Standing,
  standingOf,
  stepsOf,
} from '@/core/launch';
import type { TemplateStatus } from '@/core/launch/template';
import type { Channel, Instant, TimeZone } from '@/core/model';
import { zoneOr } from '@/core/time';
import { scriptSubjectOf } from '../approvals/records';
import type { Context } from '../context';
import { launchOf } from '../launches/content';
import { gapsOfWhole, mayRead } from '../launches/load';
import type { ScriptSaid } from '../launches/review';
import { loadWhole, stateOf } from '../launches/whole';
import { templateOf } from '../templates/content';

/** A phase in short: its kind, what it is called, and how many steps it has. */
export interface PhaseDot {
  key: string;
  name: string;
  nameEn: string;
  steps: number;
}

export interface LaunchRow {
  id: string;
  name: string;
  product: string | null;
  at: Instant | null;
  zone: TimeZone;
  status: ScriptStatus;
  phases: PhaseDot[];
  steps: number;
  /** Null where it is over or cancelled. */
  standing: Standing | null;
  /** Where it stands, in short. */
  short: InShort;
  /** Who called it off, and why. */
  cancelled: ScriptSaid | null;
}

export interface TemplateRow {
  id: string;
  name: string;
  nameEn: string;
  description: string;
  status: TemplateStatus;
  phases: PhaseDot[];
  channels: { channel: Channel; steps: number }[];
  /** Steps that are counted at more than one channel; each is one post. */
  shared: number;
  /** Days from the launch day, of the first and of the last step. */
  days: { from: number; to: number };
}

export interface Launches {
  /** The next first. */
  upcoming: LaunchRow[];
  /** The latest first. */
  past: LaunchRow[];
  cancelled: LaunchRow[];
  templates: TemplateRow[];
  mayMake: boolean;
  mayEditTemplates: boolean;
  mayApproveTemplates: boolean;
}

type Row = Record<string, unknown>;

const dayMs = 86_400_000;
/** A launch goes on for some days after its instant. */
const goesOnMs = 10 * dayMs;
const shown = 100;

export const phaseDots = (phases: readonly PhaseContent<unknown>[]): PhaseDot[] =>
  phases.map(({ key, name, nameEn, steps }) => ({ key, name, nameEn, steps: steps.length }));

/** How many steps go to each channel, in the order in which they first come. */
export function stepsByChannel(phases: readonly PhaseContent<unknown>[]): TemplateRow['channels'] {
  const counts = new Map<Channel, number>();
  for (const { channels } of stepsOf({ phases }))
    for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].map(([channel, steps]) => ({ channel, steps }));
}

/** From the first to the last day of the steps; those counted in minutes are taken as the days that they amount to. */
export function spanOf(phases: readonly PhaseContent<unknown>[]): TemplateRow['days'] {
  const days = stepsOf({ phases }).map(({ offsetDays, offsetMinutes }) =>
    offsetMinutes === null ? (offsetDays ?? 0) : Math.trunc(offsetMinutes / 1440),
  );
  return { from: Math.min(0, ...days), to: Math.max(0, ...days) };
}

/** Every template that the person may see, by name. */
export async function templateRows({ payload, req }: Context): Promise<TemplateRow[]> {
  const { docs } = await payload.find({
    collection: slugs.launchTemplates,
    sort: 'id',
    limit: shown,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs.map((doc) => {
    const { phases, ...template } = templateOf(doc as unknown as Row);
    return {
      id: template.id,
      name: template.name,
      nameEn: template.nameEn,
      description: template.description,
      status: template.status,
      phases: phaseDots(phases),
      channels: stepsByChannel(phases),
      shared: stepsOf({ phases }).filter((step) => step.channels.length > 1).length,
      days: spanOf(phases),
    };
  });
}

async function productNames({ payload, req }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: slugs.products,
    where: { id: { in: [...ids] } },
    select: { name: true },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return new Map(docs.map(({ id, name }) => [String(id), name]));
}

/** What is being launched, what was, and the templates to begin from. */
export async function launchesOf(ctx: Context): Promise<Launches> {
  const { payload, req, now, actor } = ctx;
  const { docs } = await payload.find({
    collection: slugs.launchScripts,
    sort: '-launchAt',
    limit: shown,
    pagination: false,
    joins: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const scripts = docs.map((doc) => ({
    row: doc as unknown as Row,
    content: launchOf(doc as unknown as Row),
  }));
  const names = await productNames(
    ctx,
    scripts.flatMap(({ content: { product } }) => product ?? []),
  );
  const cancelled = scripts.filter(({ content }) => content.status === 'cancelled');
  const ends = await endsOf(
    ctx,
    cancelled.map(({ content }) => content.id),
  );
  const isOver = (at: Instant | null) => at !== null && at < now - goesOnMs;
  const found: LaunchRow[] = [];
  for (const { row, content } of scripts) {
    const { id, name, product, launchAt: at, timezone, status, phases } = content;
    const isOpen = status !== 'cancelled' && !isOver(at);
    found.push({
      id,
      name,
      product: product === null ? null : (names.get(product) ?? null),
      at,
      zone: zoneOr(timezone, 'Asia/Shanghai'),
      status,
      phases: phaseDots(phases),
      steps: stepsOf(content).length,
      ...(isOpen ? await standingNow(ctx, row) : { standing: null, short: { code: status } }),
      cancelled: ends.get(scriptSubjectOf(id)) ?? null,
    });
  }
  const alive = found.filter(({ status }) => status !== 'cancelled');
  return {
    upcoming: alive.filter(({ at }) => !isOver(at)).reverse(),
    past: alive.filter(({ at }) => isOver(at)),
    cancelled: found.filter(({ status }) => status === 'cancelled'),
    templates: await templateRows(ctx),
    mayMake: can(actor, 'script.make'),
    mayEditTemplates: can(actor, 'update', 'launch-templates'),
    mayApproveTemplates: can(actor, 'script.approve'),
  };
}

async function standingNow(ctx: Context, row: Row): Promise<Pick<LaunchRow, 'standing' | 'short'>> {
  const whole = await loadWhole(ctx.payload, row, ctx.req);
  const standing = standingOf(whole.frame.content, {
    posts: whole.posts.map((post) => ({
      ...post.bound.content,
      isOut: post.isOut,
      seen: mayRead(ctx, post),
    })),
    gaps: await gapsOfWhole(ctx, ctx.req, whole),
    now: ctx.now,
  });
  return { standing, short: inShort(stateOf(whole.frame.content, whole.posts)) };
}

/** Of cancelled scripts, by subject, who called them off and why: the last thing that was decided on them. */
async function endsOf({ payload, req }: Context, ids: readonly string[]): Promise<Map<string, ScriptSaid>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.db.find<ScriptSaid & { subject: string }>({
    collection: slugs.approvals,
    where: {
      and: [{ subject: { in: ids.map(scriptSubjectOf) } }, { decision: { equals: 'withdrawn' } }],
    },
    select: { subject: true, n: true, byName: true, comment: true, at: true },
    sort: 'n',
    limit: 0,
    pagination: false,
    req,
  });
  return new Map(docs.map(({ subject, byName, comment, at }) => [subject, { byName, comment, at }]));
}
