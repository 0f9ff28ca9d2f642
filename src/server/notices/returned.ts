import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import type { Instant } from '@/core/model';
import type { Returned } from '@/core/notices';
import { zoneOr } from '@/core/time';
import { newestOn, scriptSubjectOf, standingWords, subjectOf } from '../approvals/records';
import { idOf, instantOf, text } from '../posts/content';
import { rows } from '../posts/references';
import { loadZones, zoneOfFeeds } from '../screens/zones';

type Row = Record<string, unknown>;

const recordFields = { subject: true, n: true, decision: true, by: true, byName: true, at: true } as const;

/** What was sent back since then and still stands so, each for who had submitted it; a script for each who had of it. */
export async function loadReturned(payload: Payload, since: Instant): Promise<Returned[]> {
  const after = new Date(since).toISOString();
  const sent = await rows(
    payload,
    slugs.approvals,
    { and: [{ decision: { equals: 'changes-requested' } }, { at: { greater_than: after } }] },
    undefined,
    recordFields,
  );
  if (sent.length === 0) return [];
  const subjects = [...new Set(sent.map(({ subject }) => text(subject)))];
  const things = await thingsOf(payload, subjects);
  const standing = subjects.flatMap((subject) => {
    const thing = things.get(subject);
    const record = newest(sent, subject);
    return thing && record ? [{ subject, thing, record }] : [];
  });
  const withIts = await postsBack(
    payload,
    standing.filter(({ thing }) => thing.type === 'script').map(({ record }) => record),
  );
  const partsOf = (subject: string): string[] => [subject, ...(withIts.get(subject) ?? [])];
  const submitted = await newestOn(
    payload,
    standing.flatMap(({ subject }) => partsOf(subject)),
    undefined,
    ['submitted'],
  );
  return standing.flatMap(({ subject, thing, record }) => {
    const by = partsOf(subject).flatMap((part) => idOf(submitted.get(part)?.by) ?? []);
    const said = { byName: text(record.byName) || null, at: instantOf(record.at) ?? 0 };
    return [...new Set(by)].map((to): Returned => ({ subject: thing, to, ...said }));
  });
}

/** The posts that went back with these scripts, by script: in the same instant, with a word or without. */
async function postsBack(payload: Payload, records: readonly Row[]): Promise<Map<string, string[]>> {
  if (records.length === 0) return new Map();
  const ids = records.map(({ subject }) => text(subject).slice(slugs.launchScripts.length + 1));
  const posts = await rows(payload, slugs.posts, { launchScript: { in: ids } }, undefined, {
    launchScript: true,
  });
  const where: Where = {
    and: [
      { subject: { in: posts.map(({ id }) => subjectOf(String(id))) } },
      { decision: { in: ['changes-requested', 'withdrawn'] } },
      { at: { in: records.map(({ at }) => at) } },
    ],
  };
  const back = posts.length === 0 ? [] : await rows(payload, slugs.approvals, where, undefined, recordFields);
  return new Map(
    records.map((record) => {
      const own = new Set(
        posts
          .filter(({ launchScript }) => scriptSubjectOf(idOf(launchScript) ?? '') === record.subject)
          .map(({ id }) => subjectOf(String(id))),
      );
      const same = back.filter(({ at }) => instantOf(at) === instantOf(record.at));
      return [text(record.subject), same.map(({ subject }) => text(subject)).filter((one) => own.has(one))];
    }),
  );
}

const newest = (records: readonly Row[], subject: string): Row | undefined =>
  records.filter((record) => record.subject === subject).sort((a, b) => Number(b.n) - Number(a.n))[0];

/** Those of the subjects that still stand returned. */
async function thingsOf(
  payload: Payload,
  subjects: readonly string[],
): Promise<Map<string, Returned['subject']>> {
  const zones = await loadZones(payload);
  const idsIn = (slug: string): string[] =>
    subjects
      .filter((subject) => subject.startsWith(`${slug}:`))
      .map((subject) => subject.slice(slug.length + 1));
  const [ofPosts, ofScripts] = [idsIn(slugs.posts), idsIn(slugs.launchScripts)];
  const standing = { status: { equals: 'changes-requested' } };
  const postsWhere = { and: [{ id: { in: ofPosts } }, standing] };
  const posts = ofPosts.length > 0 ? await rows(payload, slugs.posts, postsWhere) : [];
  // An approved one stays approved where only changed posts of it were sent back, and these are drafts where nothing
  // was said of them.
  const withSteps = new Set(posts.map(({ launchScript }) => idOf(launchScript)));
  const decided = await newestOn(payload, ofScripts.map(scriptSubjectOf), undefined, standingWords);
  const isBack = (id: string): boolean =>
    withSteps.has(id) || decided.get(scriptSubjectOf(id))?.decision === 'changes-requested';
  const scripts = (
    ofScripts.length > 0 ? await rows(payload, slugs.launchScripts, { id: { in: ofScripts } }) : []
  ).filter(({ id, status }) => status !== 'cancelled' && isBack(String(id)));
  const told = new Set(scripts.map(({ id }) => String(id)));
  // What was sent back with its script is told with it.
  const alone = posts.filter(({ launchScript }) => !told.has(idOf(launchScript) ?? ''));
  return new Map([
    ...alone.map((row): [string, Returned['subject']] => [
      `${slugs.posts}:${row.id}`,
      {
        type: 'post',
        id: String(row.id),
        title: text(row.title),
        due: instantOf(row.scheduledAt),
        zone: zoneOfFeeds(zones, row.feeds),
      },
    ]),
    ...scripts.map((row): [string, Returned['subject']] => [
      `${slugs.launchScripts}:${row.id}`,
      {
        type: 'script',
        id: String(row.id),
        title: text(row.name),
        due: instantOf(row.launchAt),
        zone: zoneOr(row.timezone, zones.own),
      },
    ]),
  ]);
}
