import { slugs } from '@collections/slugs';
import { can, withinTeam } from '@/core/abilities';
import type { PhaseContent } from '@/core/launch';
import type { TemplateException } from '@/core/launch/template';
import type { Channel, LocalDate, TimeZone } from '@/core/model';
import { addDays, localDateOf } from '@/core/time';
import type { Context } from '../context';
import { idOf, text } from '../posts/content';
import { loadFeeds, loadSegments, rows } from '../posts/references';
import { loadSettings } from '../settings/load';
import { templateOf } from '../templates/content';
import { type TemplateRow, templateRows } from './launches';

/** A template with what decides how many posts it makes and when; its copy stays on the server. */
export interface FormTemplate extends TemplateRow {
  steps: PhaseContent<TemplateException>[];
}

/** A segment with the key by which templates name it, in its dimension. */
export interface FormSegment {
  id: string;
  name: string;
  key: string;
  dimension: string;
}

/** All that the form for a new script offers. */
export interface LaunchForm {
  mayMake: boolean;
  templates: FormTemplate[];
  products: { id: string; name: string; price: number | null }[];
  offers: { id: string; name: string; product: string | null }[];
  feeds: { id: string; name: string; channel: Channel; targets: string }[];
  dimensions: { id: string; name: string; exclusive: boolean }[];
  segments: FormSegment[];
  timezone: TimeZone;
  /** The launch day that is proposed: far enough for the longest of the usual templates. */
  day: LocalDate;
}

type Row = Record<string, unknown>;

/** What a step is without its copy; its versions keep who they are for. */
const withoutCopy = (phases: readonly PhaseContent<TemplateException>[]): FormTemplate['steps'] =>
  phases.map((phase) => ({
    ...phase,
    guidance: '',
    exceptions: [],
    steps: phase.steps.map((step) => ({
      ...step,
      body: '',
      guidance: '',
      staffGuidance: '',
      firstComments: [],
      images: [],
      variants: step.variants.map((variant) => ({ ...variant, body: '', firstComments: [] })),
    })),
  }));

const daysAhead = 14;

/** Names of a collection that the person may see. */
async function namesOf(
  { payload, req }: Context,
  collection: 'products' | 'offers' | 'launch-templates',
): Promise<Row[]> {
  const { docs } = await payload.find({
    collection,
    sort: 'name',
    limit: 500,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return docs as unknown as Row[];
}

export async function launchFormOf(ctx: Context): Promise<LaunchForm> {
  const { payload, req, actor, now } = ctx;
  const { timezone } = await loadSettings(payload, req);
  const templates = await templateRows(ctx);
  const contents = new Map(
    (await namesOf(ctx, slugs.launchTemplates)).map((row) => [String(row.id), templateOf(row)]),
  );
  const { dimensions, segments } = await loadSegments(payload, req);
  const keys = await rows(payload, slugs.segments, undefined, req, { key: true });
  const keyOf = new Map(keys.map(({ id, key }) => [String(id), text(key)]));
  const feeds = [...(await loadFeeds(payload, req)).values()];
  return {
    mayMake: can(actor, 'script.make'),
    templates: templates.map((template) => ({
      ...template,
      steps: withoutCopy(contents.get(template.id)?.phases ?? []),
    })),
    products: (await namesOf(ctx, slugs.products)).map(({ id, name, price }) => ({
      id: String(id),
      name: text(name),
      price: typeof price === 'number' ? price : null,
    })),
    offers: (await namesOf(ctx, slugs.offers)).map(({ id, name, product }) => ({
      id: String(id),
      name: text(name),
      product: idOf(product),
    })),
    feeds: feeds
      .filter(({ id, active }) => active && withinTeam(actor, [id]))
      .map(({ id, name, channel, targets }) => ({ id, name, channel, targets })),
    dimensions: [...dimensions.values()].map(({ id, name, exclusive }) => ({ id, name, exclusive })),
    segments: [...segments.values()].map(({ id, name, dimension }) => ({
      id,
      name,
      dimension,
      key: keyOf.get(id) ?? '',
    })),
    timezone,
    day: addDays(localDateOf(now, timezone), daysAhead),
  };
}
