import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { feedsOfScript } from '@/core/launch';
import type { FeedId, Instant } from '@/core/model';
import { type Subject, subjectKey } from '@/core/notices';
import { zoneOr } from '@/core/time';
import { newestOn } from '../approvals/records';
import { launchOf } from '../launches/content';
import { idOf, idsOf, instantOf, text } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { loadZones, type Zones, zoneOfFeeds } from '../screens/zones';

type Row = Record<string, unknown>;
type Status = Subject['status'];

const unapproved: readonly Status[] = ['draft', 'changes-requested', 'in-review'];

const postFields = {
  title: true,
  status: true,
  scheduledAt: true,
  expiresAt: true,
  feeds: true,
  changedBy: true,
  launchScript: true,
} as const;

const scriptFields = { name: true, status: true, timezone: true, changedBy: true } as const;

export interface SubjectsQuestion {
  now: Instant;
  graceMinutes: number;
  /** What is due after this is left out, but for what waits for a decision. */
  until: Instant;
  /** Only what waits for a decision, and of that only what is due by then. */
  inReviewOnly?: boolean;
}

const iso = (at: Instant): string => new Date(at).toISOString();

/** A list of ids as it is stored. */
export const named = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function postsWhere({ until, inReviewOnly }: SubjectsQuestion): Where {
  const dueSoon = { scheduledAt: { less_than_equal: iso(until) } };
  if (inReviewOnly) return { and: [{ status: { equals: 'in-review' } }, dueSoon] };
  const drafts = { and: [{ status: { in: ['draft', 'changes-requested'] } }, dueSoon] };
  return { or: [{ status: { equals: 'in-review' } }, drafts] };
}

/** Until when a post can be approved. */
const untilOf = (row: Row, graceMinutes: number): Instant | null => {
  const due = instantOf(row.scheduledAt);
  return instantOf(row.expiresAt) ?? (due === null ? null : due + graceMinutes * 60_000);
};

const postSubject = (row: Row, zones: Zones, { graceMinutes }: SubjectsQuestion): Subject => ({
  type: 'post',
  id: String(row.id),
  title: text(row.title),
  status: row.status as Status,
  due: instantOf(row.scheduledAt),
  until: untilOf(row, graceMinutes),
  zone: zoneOfFeeds(zones, row.feeds),
  feeds: idsOf(row.feeds) as FeedId[],
  submission: null,
  changedBy: named(row.changedBy),
  script: idOf(row.launchScript),
});

/** Of each script the earliest time of a post that is not approved and can still be. */
async function earliestOf(
  payload: Payload,
  scripts: readonly Row[],
  { now, graceMinutes }: SubjectsQuestion,
): Promise<Map<string, Instant>> {
  const earliest = new Map<string, Instant>();
  if (scripts.length === 0) return earliest;
  const where: Where = {
    and: [{ launchScript: { in: scripts.map(({ id }) => id) } }, { status: { in: [...unapproved] } }],
  };
  const select = { launchScript: true, scheduledAt: true, expiresAt: true } as const;
  for (const row of await rows(payload, slugs.posts, where, undefined, select)) {
    const due = instantOf(row.scheduledAt);
    const script = idOf(row.launchScript) ?? '';
    if (due === null || now > (untilOf(row, graceMinutes) ?? now)) continue;
    earliest.set(script, Math.min(due, earliest.get(script) ?? due));
  }
  return earliest;
}

const scriptSubject = (row: Row, due: Instant | null): Subject => ({
  type: 'script',
  id: String(row.id),
  title: text(row.name),
  status: row.status as Status,
  due,
  until: null,
  zone: zoneOr(row.timezone, 'Asia/Shanghai'),
  // What a script is about is in its rows; read for those alone that somebody is told of (withFeeds).
  feeds: [],
  submission: null,
  changedBy: named(row.changedBy),
  script: null,
});

/** Posts and launch scripts that are not approved, each with its newest submission. */
export async function loadSubjects(payload: Payload, question: SubjectsQuestion): Promise<Subject[]> {
  const statuses = question.inReviewOnly ? ['in-review'] : [...unapproved];
  const posts = await rows(payload, slugs.posts, postsWhere(question), undefined, postFields);
  const scripts = await rows(
    payload,
    slugs.launchScripts,
    { status: { in: statuses } },
    undefined,
    scriptFields,
  );
  if (posts.length + scripts.length === 0) return [];
  const zones = await loadZones(payload);
  const earliest = await earliestOf(payload, scripts, question);
  const subjects = [
    ...posts.map((row) => postSubject(row, zones, question)),
    ...scripts.map((row) => scriptSubject(row, earliest.get(String(row.id)) ?? null)),
  ];
  return withSubmissions(payload, subjects);
}

async function withSubmissions(payload: Payload, subjects: readonly Subject[]): Promise<Subject[]> {
  const inReview = subjects.filter(({ status }) => status === 'in-review');
  const newest = await newestOn(payload, inReview.map(subjectKey));
  return subjects.map((subject) => {
    const record = newest.get(subjectKey(subject));
    const at = instantOf(record?.at);
    if (record?.decision !== 'submitted' || at === null) return subject;
    return { ...subject, submission: { n: record.n, at, byName: record.byName } };
  });
}

/** The same with the feeds that scripts are about: who may decide on a script may do so for all of them. */
export async function withFeeds(payload: Payload, subjects: readonly Subject[]): Promise<Subject[]> {
  const scripts = subjects.filter(({ type }) => type === 'script').map(({ id }) => id);
  if (scripts.length === 0) return [...subjects];
  const contents = new Map(
    (await rows(payload, slugs.launchScripts, { id: { in: scripts } }))
      .map(launchOf)
      .map((content) => [String(content.id), content] as const),
  );
  const all = [...(await loadFeeds(payload)).keys()];
  return subjects.map((subject) => {
    const content = subject.type === 'script' ? contents.get(subject.id) : undefined;
    if (!content) return subject;
    const feeds = feedsOfScript(content);
    return { ...subject, feeds: feeds === 'all' ? all : feeds };
  });
}
