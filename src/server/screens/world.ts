import { globalSlugs, slugs } from '@collections/slugs';
import { type Actor, withinTeam } from '@/core/abilities';
import type { FeedRef } from '@/core/approval/content';
import type { Person } from '@/core/desk/types';
import type { Dimension, Segment } from '@/core/model';
import { type FoldOptions, foldDefaults } from '@/core/moments/fold';
import { zoneOr } from '@/core/time';
import type { Context } from '../context';
import { loadFeeds, loadSegments } from '../posts/references';
import { loadSettings } from '../settings/load';

/** What a screen needs to show a post that is still being written: plain data, for the browser. */
export interface PanelWorld {
  actor: Actor;
  brand: string;
  timezone: string;
  graceMinutes: number;
  fold: FoldOptions;
  feeds: FeedRef[];
  segments: Segment[];
  dimensions: Dimension[];
  people: Previewed[];
}

/** A member of staff in whose Moments a post is previewed. */
export interface Previewed extends Person {
  /** The reader may not see the profile, so what fills the text from it is not here. */
  closed: boolean;
}

export interface Looks {
  brand: string;
  timezone: string;
  fold: FoldOptions;
}

const whole = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;

/** The part of the settings that decides how a post looks. */
export async function looksOf({ payload, req }: Pick<Context, 'payload' | 'req'>): Promise<Looks> {
  const row = (await payload.db.findGlobal<Record<string, unknown>>({
    slug: globalSlugs.settings as never,
    req,
  })) as { brand?: unknown; timezone?: unknown; fold?: { lines?: unknown; charsPerLine?: unknown } } | null;
  return {
    brand: typeof row?.brand === 'string' ? row.brand : '',
    timezone: zoneOr(row?.timezone, 'Asia/Shanghai'),
    fold: {
      lines: whole(row?.fold?.lines, foldDefaults.lines),
      charsPerLine: whole(row?.fold?.charsPerLine, foldDefaults.charsPerLine),
    },
  };
}

interface PersonRow {
  name?: string | null;
  profile?: { wechatId?: string | null; storeName?: string | null; couponCode?: string | null; qr?: unknown };
}

const toPerson = ({ name, profile }: PersonRow): Previewed => ({
  name: name ?? '',
  wechatId: profile?.wechatId ?? null,
  storeName: profile?.storeName ?? null,
  couponCode: profile?.couponCode ?? null,
  qr: Boolean(profile?.qr),
  // Field access takes the whole group out.
  closed: profile === undefined,
});

/** Staff that the person may see, to preview a post as theirs; profiles only where they may be read. */
async function staffOf({ payload, req }: Context): Promise<Previewed[]> {
  const { docs } = await payload.find({
    collection: slugs.users,
    where: { roles: { in: ['staff'] } },
    select: { name: true, profile: true },
    sort: 'id',
    limit: 100,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs.map((row) => toPerson(row as PersonRow));
}

export async function panelWorld(ctx: Context): Promise<PanelWorld> {
  const [looks, { graceMinutes }, feeds, { segments, dimensions }, people] = await Promise.all([
    looksOf(ctx),
    loadSettings(ctx.payload, ctx.req),
    loadFeeds(ctx.payload, ctx.req),
    loadSegments(ctx.payload, ctx.req),
    staffOf(ctx),
  ]);
  return {
    actor: ctx.actor,
    ...looks,
    graceMinutes,
    feeds: [...feeds.values()].filter(({ id }) => withinTeam(ctx.actor, [id])),
    segments: [...segments.values()],
    dimensions: [...dimensions.values()],
    people,
  };
}
