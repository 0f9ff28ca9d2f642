import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import { feedsOfScript } from '@/core/launch';
import type { FeedId, Instant } from '@/core/model';
import { type Subject, subjectKey } from '@/core/notices';
import { zoneOr } from '@/core/time';
import { newestOn } from '../approvals/records';
import { launchOf } from '../launches/content';
import { lateScripts } from '../launches/late';
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
  changed: 0,
});

/** The posts of these scripts that are not approved. */
async function openPostsOf(payload: Payload, scripts: readonly Row[]): Promise<Row[]> {
  if (scripts.length === 0) return [];
  const where: Where = {
    and: [{ launchScript: { in: scripts.map(({ id }) => id) } }, { status: { in: [...unapproved] } }],
  };
  return rows(payload, slugs.posts, where, undefined, postFields);
}

const isWaiting = ({ status }: Row): boolean => status === 'in-review';

/** A script by the earliest time of a post that is not approved and can still be; of an approved one, of what waits. */
function scriptSubject(row: Row, posts: readonly Row[], { now, graceMinutes }: SubjectsQuestion): Subject {
  const own = posts.filter(({ launchScript }) => idOf(launchScript) === String(row.id));
  const waiting = own.filter(isWaiting);
  const isApproved = row.status === 'approved';
  const dues = (isApproved ? waiting : own).flatMap((post) => {
    const due = instantOf(post.scheduledAt);
    return due === null || now > (untilOf(post, graceMinutes) ?? now) ? [] : [due];
  });
  return {
    type: 'script',
    id: String(row.id),
    title: text(row.name),
    status: isApproved ? 'in-review' : (row.status as Status),
    due: dues.length === 0 ? null : Math.min(...dues),
    until: null,
    zone: zoneOr(row.timezone, 'Asia/Shanghai'),
    // What a script is about is in its rows; read for those alone that somebody is told of (withFeeds).
    feeds: [],
    submission: null,
    changedBy: [...new Set([row, ...waiting].flatMap(({ changedBy }) => named(changedBy)))],
    script: null,
    changed: isApproved ? waiting.length : 0,
  };
}

/** Posts and launch scripts that are not approved, each with its newest submission. */
export async function loadSubjects(payload: Payload, question: SubjectsQuestion): Promise<Subject[]> {
  const statuses = question.inReviewOnly ? ['in-review'] : [...unapproved];
  const posts = await rows(payload, slugs.posts, postsWhere(question), undefined, postFields);
  const changed = [...new Set(posts.filter(isWaiting).flatMap((post) => idOf(post.launchScript) ?? []))];
  const open: Where = { status: { in: statuses } };
  const found = await rows(
    payload,
    slugs.launchScripts,
    changed.length === 0 ? open : { or: [open, { id: { in: changed } }] },
    undefined,
    scriptFields,
  );
  const approved = found.filter(({ status }) => status === 'approved').map(({ id }) => String(id));
  // These cannot be approved: what else waits of them is told by itself.
  const late = await lateScripts(payload, { scripts: approved, now: question.now });
  const scripts = found.filter(({ id, status }) =>
    status === 'approved' ? !late.has(String(id)) : statuses.some((one) => one === status),
  );
  if (posts.length + scripts.length === 0) return [];
  const zones = await loadZones(payload);
  const ofScripts = await openPostsOf(payload, scripts);
  const frames = new Map(found.map((row) => [String(row.id), named(row.changedBy)]));
  const subjects = [
    // Who changed a script itself, or took a step out, decides on none of its posts by itself either.
    ...posts.map((row) => {
      const post = postSubject(row, zones, question);
      return { ...post, changedBy: [...post.changedBy, ...(frames.get(post.script ?? '') ?? [])] };
    }),
    ...scripts.map((row) => scriptSubject(row, ofScripts, question)),
  ];
  return withSubmissions(payload, subjects);
}

async function withSubmissions(payload: Payload, subjects: readonly Subject[]): Promise<Subject[]> {
  const inReview = subjects.filter(({ status }) => status === 'in-review');
  const newest = await newestOn(payload, inReview.map(subjectKey));
  const submissionOf = (subject: Subject): Subject['submission'] => {
    const record = newest.get(subjectKey(subject));
    const at = instantOf(record?.at);
    return record?.decision === 'submitted' && at !== null
      ? { n: record.n, at, byName: record.byName }
      : null;
  };
  const ofPosts = (script: string): Subject['submission'] => {
    const [last] = inReview
      .filter((post) => post.script === script)
      .flatMap((post) => submissionOf(post) ?? [])
      .sort((a, b) => b.at - a.at);
    return last ?? null;
  };
  return subjects.map((subject) => ({
    ...subject,
    submission: subject.changed > 0 ? ofPosts(subject.id) : submissionOf(subject),
  }));
}

/**
 * The same with the feeds that scripts and all of their posts are about, those that wait for nothing too: who may decide
 * on a script may do so for all of them.
 */
export async function withFeeds(payload: Payload, subjects: readonly Subject[]): Promise<Subject[]> {
  const scripts = subjects.filter(({ type }) => type === 'script').map(({ id }) => id);
  if (scripts.length === 0) return [...subjects];
  const contents = new Map(
    (await rows(payload, slugs.launchScripts, { id: { in: scripts } }))
      .map(launchOf)
      .map((content) => [String(content.id), content] as const),
  );
  const posts = await rows(payload, slugs.posts, { launchScript: { in: scripts } }, undefined, {
    launchScript: true,
    feeds: true,
  });
  const all = [...(await loadFeeds(payload)).keys()];
  return subjects.map((subject) => {
    const content = subject.type === 'script' ? contents.get(subject.id) : undefined;
    if (!content) return subject;
    const feeds = feedsOfScript(content);
    const own = posts.filter(({ launchScript }) => idOf(launchScript) === subject.id);
    const ofPosts = own.flatMap((post) => idsOf(post.feeds) as FeedId[]);
    return { ...subject, feeds: feeds === 'all' ? all : [...new Set([...feeds, ...ofPosts])] };
  });
}
