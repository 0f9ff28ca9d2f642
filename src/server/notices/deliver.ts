import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import type { Instant } from '@/core/model';
import { leaseMs, nextTry, robotsPerMinute, type Words } from '@/core/notices';
import { minuteMs } from '@/core/time';
import { inTransaction } from '../database/inTransaction';
import { text } from '../posts/content';
import { rows } from '../posts/references';
import { robots } from './channels';
import { type Sent, sendToGroup, sendToPerson } from './send';
import { named } from './subjects';

/** A row of the outbox. */
export interface Outgoing {
  id: string | number;
  key: string;
  kind: string;
  to: string;
  words: Words;
  link: string;
  about: string[];
  tries: number;
}

export interface Delivery {
  payload: Payload;
  now: Instant;
  /** Asked between two messages; once it is, the rest is left to the next time. */
  isOver?: () => boolean;
}

const mostAtOnce = 200;

const iso = (at: Instant): string => new Date(at).toISOString();

const toSend = (now: Instant): Where[] => [
  { state: { equals: 'waiting' } },
  { urgency: { equals: 'now' } },
  { nextAt: { less_than_equal: iso(now) } },
];

/**
 * Sends what waits, at least once: whoever claims a row has it for two minutes, and one that nobody finished is
 * claimed again. Mails and each robot go beside each other; within one, the first that fails ends it for this time.
 */
export async function deliverNotices({ payload, now, isOver = () => false }: Delivery): Promise<void> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: slugs.notices,
    where: { and: toSend(now) },
    sort: 'nextAt',
    limit: mostAtOnce,
    pagination: false,
  });
  if (docs.length === 0) return;
  const began = performance.now();
  const clock = (): Instant => now + Math.round(performance.now() - began);
  const waiting = docs.map(outgoing);
  const lanes = [...new Set(waiting.map(laneOf))].map((lane) =>
    waiting.filter((row) => laneOf(row) === lane),
  );
  await Promise.all(
    lanes.map(async (lane) => {
      for (const row of lane) {
        if (isOver() || !(await deliverOne(payload, row, clock))) return;
      }
    }),
  );
}

const isGroup = (to: string): boolean => to === 'wecom' || to === 'dingtalk';

const laneOf = ({ to }: Outgoing): string => (isGroup(to) ? to : 'mail');

const outgoing = (row: Record<string, unknown>): Outgoing => ({
  id: row.id as string | number,
  key: text(row.key),
  kind: text(row.kind),
  to: text(row.to),
  words: row.words as Words,
  link: text(row.link),
  about: named(row.about),
  tries: Number(row.tries ?? 0),
});

/** @returns whether the next one of its kind may go */
async function deliverOne(payload: Payload, row: Outgoing, clock: () => Instant): Promise<boolean> {
  if (!(await claim(payload, row, clock()))) return true;
  if (isGroup(row.to) && (await isTooMany(payload, row.to, clock()))) {
    await giveBack(payload, row, clock());
    return false;
  }
  const sent = await send(payload, row);
  await settle(payload, row, { sent, now: clock() });
  return sent.ok;
}

/** The row as whoever read it found it, and as nobody else can have it from then on. */
const asRead = ({ id, tries }: Outgoing): Where[] => [{ id: { equals: id } }, { tries: { equals: tries } }];

/** Takes a row for two minutes: of several who read it, one. */
export async function claim(payload: Payload, row: Outgoing, now: Instant): Promise<boolean> {
  const claimed = await payload.db.updateOne({
    collection: slugs.notices,
    where: { and: [...asRead(row), ...toSend(now)] },
    data: { tries: row.tries + 1, triedAt: iso(now), nextAt: iso(now + leaseMs) },
    options: { atomic: true },
  });
  return claimed !== null;
}

/** Counted after the claim, so that two who claim at once see each other. */
async function isTooMany(payload: Payload, to: string, now: Instant): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: slugs.notices,
    where: { and: [{ to: { equals: to } }, { triedAt: { greater_than: iso(now - minuteMs) } }] },
  });
  return totalDocs > robotsPerMinute;
}

async function giveBack(payload: Payload, row: Outgoing, now: Instant): Promise<void> {
  await change(payload, row, { tries: row.tries, triedAt: null, nextAt: iso(now) });
}

async function send(payload: Payload, row: Outgoing): Promise<Sent> {
  if (!isGroup(row.to)) return sendToPerson(payload, row);
  const robot = robots().find(({ kind }) => kind === row.to);
  return robot ? sendToGroup(robot, row) : { ok: false, problem: 'no-robot' };
}

/** Of the row as it was claimed; when the lease ran out meanwhile it is another's to settle. */
async function change(payload: Payload, row: Outgoing, data: Record<string, unknown>): Promise<void> {
  await payload.db.updateOne({
    collection: slugs.notices,
    where: { and: asRead({ ...row, tries: row.tries + 1 }) },
    data,
    options: { atomic: true },
  });
}

/** The notes that it had wait again in the same write: the next digest tells what of them is still theirs. */
async function giveUpDigest(payload: Payload, row: Outgoing, problem: string): Promise<void> {
  await inTransaction(payload, undefined, async (req) => {
    const given = await payload.db.updateOne({
      collection: slugs.notices,
      where: { and: asRead({ ...row, tries: row.tries + 1 }) },
      data: { state: 'given-up', nextAt: null, problem },
      req,
    });
    if (given === null) return;
    const gathered: Where = { and: [{ state: { equals: 'gathered' } }, { via: { equals: row.key } }] };
    for (const { id } of await rows(payload, slugs.notices, gathered, req, { via: true }))
      await payload.db.updateOne({
        collection: slugs.notices,
        id: id as string | number,
        data: { state: 'waiting', via: null },
        req,
        returning: false,
      });
  });
}

async function settle(
  payload: Payload,
  row: Outgoing,
  { sent, now }: { sent: Sent; now: Instant },
): Promise<void> {
  if (sent.ok) {
    await change(payload, row, {
      state: 'sent',
      sentAt: iso(now),
      nextAt: null,
      via: sent.via,
      problem: null,
    });
    return;
  }
  const tries = row.tries + 1;
  const next = sent.final ? null : nextTry(tries, now);
  if (next === null && row.kind === 'digest') await giveUpDigest(payload, row, sent.problem);
  else {
    const data = next === null ? { state: 'given-up', nextAt: null } : { nextAt: iso(next) };
    await change(payload, row, { ...data, problem: sent.problem });
  }
  // Somebody who has left is no trouble of the mail's; the row says it.
  if (sent.final) return;
  const about = { notice: row.key, to: row.to, problem: sent.problem, tries };
  if (next === null) payload.logger.error({ msg: 'A notice did not get out and is given up.', ...about });
  else
    payload.logger.warn({ msg: 'A notice did not get out; it is tried again.', ...about, next: iso(next) });
}
