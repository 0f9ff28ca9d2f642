import type { Payload } from 'payload';
import type { TimeZone } from '@/core/model';
import { zoneOr } from '@/core/time';
import { idsOf } from '../posts/content';
import { loadFeeds } from '../posts/references';
import { loadSettings } from '../settings/load';

export interface Zones {
  /** Of the installation. */
  own: TimeZone;
  ofFeed: ReadonlyMap<string, TimeZone>;
}

export async function loadZones(payload: Payload): Promise<Zones> {
  const [feeds, { timezone }] = await Promise.all([loadFeeds(payload), loadSettings(payload)]);
  return { own: timezone, ofFeed: new Map([...feeds].map(([id, { zone }]) => [id, zoneOr(zone, timezone)])) };
}

/** The zone of the first of these feeds, in which a post's time is said. */
export const zoneOfFeeds = ({ own, ofFeed }: Zones, feeds: unknown): TimeZone =>
  ofFeed.get(idsOf(feeds)[0] ?? '') ?? own;
