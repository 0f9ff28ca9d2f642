import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { NamedDay } from '@/core/launch';
import type { TimeZone } from '@/core/model';
import { addDays, dayBounds } from '@/core/time';
import { text } from '../posts/content';
import { rows } from '../posts/references';

const holidays = ['festival', 'anniversary', 'member-day', 'own'];

/** The days with a name that people have put on a date, as they are in a zone. */
export async function loadHolidays(
  payload: Payload,
  zone: TimeZone,
  req?: PayloadRequest,
): Promise<NamedDay[]> {
  const where: Where = { and: [{ kind: { in: holidays } }, { date: { exists: true } }] };
  const found = await rows(payload, slugs.occasions, where, req, { name: true, date: true });
  return found.flatMap(({ name, date }) => {
    // A day that was picked is stored as its noon in UTC, or its midnight where a program wrote it.
    const day = typeof date === 'string' ? date.slice(0, 10) : '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return [];
    const [from] = dayBounds(day, zone);
    const [to] = dayBounds(addDays(day, 1), zone);
    return [{ name: text(name), from, to }];
  });
}
