import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest, Where } from 'payload';
import type { Instant } from '@/core/model';
import {
  type Digest,
  digestsOf,
  mayStillRead,
  type Note,
  type Round,
  roundAt,
  subjectKey,
  type Words,
} from '@/core/notices';
import { hourMs } from '@/core/time';
import { digestWords } from '@/core/words/notices';
import { duplicateFields } from '../database/insertOnce';
import { inTransaction } from '../database/inTransaction';
import { instantOf, text } from '../posts/content';
import { rows } from '../posts/references';
import { loadSettings } from '../settings/load';
import { base } from './channels';
import { writeNotices } from './notify';
import { loadReaders } from './people';
import { loadPresent } from './present';
import { loadReturned } from './returned';
import { loadSubjects, named, withFeeds } from './subjects';

const dayMs = 24 * hourMs;
/** Longer than anything waits that is told once. */
const keptMs = 90 * dayMs;

const made = new WeakMap<Payload, string>();

const iso = (at: Instant): string => new Date(at).toISOString();

/** Makes the digests that are due now, all of them in one transaction, whichever process comes first. */
export async function makeRound(payload: Payload, now: Instant): Promise<void> {
  const settings = await loadSettings(payload);
  const round = roundAt(now, { times: settings.digestTimes, zone: settings.timezone });
  if (!round || made.get(payload) === round.key) return;
  if (!(await isMade(payload, round))) await make(payload, round, { now, ...settings });
  made.set(payload, round.key);
}

async function isMade(payload: Payload, { key }: Round): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: slugs.notices,
    where: { key: { equals: key } },
  });
  return totalDocs > 0;
}

async function make(
  payload: Payload,
  round: Round,
  {
    now,
    graceMinutes,
    approverMustDiffer,
  }: { now: Instant; graceMinutes: number; approverMustDiffer: boolean },
): Promise<void> {
  const since = await lastRound(payload, now);
  const subjects = await loadSubjects(payload, { now, graceMinutes, until: now + dayMs });
  const world = {
    subjects: await withFeeds(payload, subjects),
    people: await loadReaders(payload),
    approverMustDiffer,
  };
  const notes = await loadNotes(payload);
  const returned = await loadReturned(payload, since);
  const present = await loadPresent(payload, [
    ...notes.flatMap(({ about }) => about),
    ...returned.map(({ subject }) => subjectKey(subject)),
  ]);
  const mayRead = (to: string, about: readonly string[]): boolean =>
    mayStillRead(
      world.people.find(({ id }) => id === to),
      about,
      present,
    );
  const told = notes.filter(({ to, about }) => mayRead(to, about));
  const digests = digestsOf(world, {
    ...{ now, since },
    notes: told,
    returned: returned.filter(({ to, subject }) => mayRead(to, [subjectKey(subject)])),
  });
  const withheld = notes.filter((note) => !told.includes(note));
  try {
    await inTransaction(payload, undefined, (req) =>
      write(req, { round, now, digests, notes: told, withheld }),
    );
  } catch (error) {
    // Another process was faster, and nothing of this one is stored.
    if (!duplicateFields(error)) throw error;
  }
  await payload.db.deleteMany({
    collection: slugs.notices,
    where: { and: [{ at: { less_than: iso(now - keptMs) } }, { state: { not_equals: 'waiting' } }] },
  });
}

interface Writing {
  round: Round;
  now: Instant;
  digests: readonly Digest[];
  notes: readonly Note[];
  /** Their readers may no longer read what they are about. */
  withheld: readonly Note[];
}

/** All that a digest names. */
const aboutOf = ({ due, waiting, returned, notes }: Digest): string[] => [
  ...new Set([
    ...[...due, ...waiting, ...returned].map(({ subject }) => subjectKey(subject)),
    ...notes.flatMap(({ about }) => about),
  ]),
];

async function write(req: PayloadRequest, { round, now, digests, notes, withheld }: Writing): Promise<void> {
  const { payload } = req;
  const { key } = round;
  await payload.db.create({
    collection: slugs.notices,
    data: {
      ...{ key, topic: key, kind: 'round', to: 'everybody', urgency: 'digest', state: 'gathered', tries: 0 },
      at: iso(now),
    },
    req,
    returning: false,
  });
  const notices = digests.map((digest) => ({
    ...{ kind: 'digest', key: `${key}:for`, urgency: 'now' as const },
    to: digest.to === 'group' ? ('robot' as const) : [digest.to],
    words: digestWords(digest, { now, base: digest.to === 'group' ? null : base() }),
    about: aboutOf(digest),
    link: digest.due.length + digest.waiting.length > 0 ? '/admin/approvals' : '/admin',
  }));
  await writeNotices(req, notices, now);
  const settle = (id: string, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: slugs.notices, id, data, req, returning: false });
  // By which digest: should that be given up, they wait again.
  for (const { id, to } of notes) await settle(id, { state: 'gathered', via: `${key}:for:${to}` });
  for (const { id } of withheld) await settle(id, { state: 'given-up', problem: 'not-theirs' });
}

/** When the last digests were made; before there were any, yesterday. */
async function lastRound(payload: Payload, now: Instant): Promise<Instant> {
  const { docs } = await payload.db.find<{ at: unknown }>({
    collection: slugs.notices,
    where: { kind: { equals: 'round' } },
    sort: '-at',
    limit: 1,
    pagination: false,
  });
  return instantOf(docs[0]?.at) ?? now - dayMs;
}

async function loadNotes(payload: Payload): Promise<Note[]> {
  const where: Where = { and: [{ urgency: { equals: 'digest' } }, { state: { equals: 'waiting' } }] };
  return (await rows(payload, slugs.notices, where)).map((row) => ({
    id: String(row.id),
    to: text(row.to),
    at: instantOf(row.at) ?? 0,
    words: row.words as Words,
    link: text(row.link),
    about: named(row.about),
  }));
}
