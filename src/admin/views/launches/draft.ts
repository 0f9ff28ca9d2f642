import { type MadePost, otherOffer, scriptFrom } from '@/core/launch';
import { type Channel, channels, type FeedId, type Instant, type SegmentId } from '@/core/model';
import { isWallTime, resolveWall } from '@/core/time';
import type { FormTemplate, LaunchForm } from '@/server/screens/launchForm';

export interface Values {
  template: string;
  product: string;
  offer: string;
  date: string;
  time: string;
  feeds: readonly string[];
  segments: readonly string[];
  name: string;
}

/** An instant from a day and a wall time; null while one of them is not whole. */
export const instantFrom = (date: string, time: string, zone: string): Instant | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && isWallTime(time) ? resolveWall(date, time, zone) : null;

/** How many steps of a template have copy for a segment: by the segment itself, else by its key, as a script takes it. */
export const copiesFor = (template: FormTemplate, { id, key }: { id: string; key: string }): number =>
  stepsWithVersions(template).filter(({ variants }) =>
    variants.some(({ segments, key: own }) =>
      segments.length > 0 ? segments.includes(id) : key !== '' && own === key,
    ),
  ).length;

/** Steps of a template that have versions. */
export const stepsWithVersions = ({ steps }: FormTemplate) =>
  steps.flatMap((phase) => phase.steps.filter(({ variants }) => variants.length > 0));

/** What is ticked to begin with: the segments with copy, of the first exclusive dimension that has some. */
export function usualSegments(form: LaunchForm, template: FormTemplate): string[] {
  for (const { id, exclusive } of form.dimensions) {
    if (!exclusive) continue;
    const own = form.segments.filter((one) => one.dimension === id && copiesFor(template, one) > 0);
    if (own.length > 0) return own.map((one) => one.id);
  }
  return [];
}

/** What is ticked to begin with: the feeds of the channels that a template goes to. */
export function usualFeeds(form: LaunchForm, template: FormTemplate): string[] {
  const wanted = new Set<Channel>(template.channels.map(({ channel }) => channel));
  const has = form.feeds.some(({ channel }) => channel === 'wechat-moments');
  if (wanted.has('wechat-moments') && !has) wanted.add('wecom-moments');
  return form.feeds.filter(({ channel }) => wanted.has(channel)).map(({ id }) => id);
}

/** The name of the product that the chosen offer is for, where it is another than the chosen one. */
export function offerIsFor({ products, offers }: LaunchForm, values: Values): string | null {
  const sold = { product: values.product || null, offer: values.offer || null };
  const other = otherOffer(sold, new Map(offers.map((one) => [one.id, one])));
  return other && (products.find(({ id }) => id === other.of)?.name ?? other.of);
}

/** The posts that the script would have: the same computation as on the server, without the copy. */
export function postsOf(form: LaunchForm, template: FormTemplate, values: Values): MadePost[] {
  const launchAt = instantFrom(values.date, values.time, form.timezone);
  if (launchAt === null) return [];
  return scriptFrom({
    template: { phases: template.steps },
    launchAt,
    timezone: form.timezone,
    feeds: form.feeds
      .filter(({ id }) => values.feeds.includes(id))
      .map(({ id, channel }) => ({ id: id as FeedId, channel })),
    known: form.segments.map(({ id, key }) => ({ id: id as SegmentId, key })),
    segments: values.segments as readonly SegmentId[],
  }).posts;
}

/** Every channel that has feeds or that the template needs, in the product's order. */
export const channelsOf = (form: LaunchForm, template: FormTemplate): Channel[] =>
  channels.filter(
    (channel) =>
      form.feeds.some((feed) => feed.channel === channel) ||
      template.channels.some((one) => one.channel === channel),
  );
