import type { CapException, CapRule } from '@/core/caps';
import type { Audience, FeedId, LaunchId, RuleId, SegmentId } from '@/core/model';
import type { ReleaseEntry } from '@/server/log/entry';
import type { World } from '../builders/plan';
import { type Broken, brokenBy, type Standing } from '../builders/twin';
import type { Store, StoredRow } from './model/store';

/** What a feed says about its cards. */
export interface Terms {
  zone: string;
  leadMinutes: number;
  overlap: number;
  quiet: Standing['quietHours'];
}

/** What caps rest on, taken from the rows as docs/decisions/0006 has it, not as the product reads them. */
export interface Book {
  rules: readonly CapRule[];
  exceptions: readonly CapException[];
  feeds: Readonly<Record<string, Terms>>;
  /** Approved launch scripts: their posts are not daily ones. */
  launches: readonly string[];
}

const texts = <T extends string>(ids: unknown): T[] => ((ids ?? []) as unknown[]).map(String) as T[];
const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const rulesIn = (store: Store): CapRule[] =>
  store.find('cap-rules', { where: { enabled: { equals: true } } }).map((row) => ({
    ...(row as unknown as CapRule),
    id: String(row.id) as RuleId,
    feeds: texts<FeedId>(row.feeds),
  }));

export const feedsIn = (store: Store): Book['feeds'] =>
  Object.fromEntries(
    store.find('feeds', {}).map((row) => {
      const { from, to } = row.quietHours as { from: string | null; to: string | null };
      const terms: Terms = {
        zone: String(row.timezone),
        leadMinutes: Number(row.leadMinutes),
        overlap: Number(row.overlap),
        quiet: from && to ? { from, to } : null,
      };
      return [String(row.id), terms];
    }),
  );

/** Scripts that say so of themselves, and whose newest decision says so too. */
export const launchesIn = (store: Store): StoredRow[] =>
  store.find('launch-scripts', { where: { status: { equals: 'approved' } } }).filter(({ id }) => {
    const where = { subject: { equals: `launch-scripts:${id}` } };
    return store.find('approvals', { where, sort: '-n' })[0]?.decision === 'approved';
  });

type Row = Record<string, unknown>;

export const exceptionsIn = (scripts: readonly StoredRow[]): CapException[] =>
  scripts.flatMap((script) =>
    (script.phases as { exceptions: Row[] }[])
      .flatMap(({ exceptions }) => exceptions)
      .map((one) => ({
        id: `${script.id}:${one.id}`,
        launch: String(script.id) as LaunchId,
        launchName: String(script.name),
        rule: String(one.rule) as RuleId,
        feeds: texts<FeedId>(one.feeds),
        from: Date.parse(String(one.from)),
        to: Date.parse(String(one.to)),
        limit: numberOr(one.limit),
        minGapMinutes: numberOr(one.minGapMinutes),
        quietHours: one.quietHours === true,
        reason: String(one.reason),
      })),
  );

const audienceOf = ({ audience }: ReleaseEntry): Audience =>
  audience.visibility === 'everyone'
    ? { visibility: 'everyone' }
    : { visibility: audience.visibility, segments: audience.segments.map(({ id }) => id as SegmentId) };

/** A release where it stands. Its weight and its launch are frozen in it. */
const standingOf = (entry: ReleaseEntry): Standing => ({
  card: entry.card,
  post: entry.post,
  feed: entry.feed,
  channel: entry.content.channel as Standing['channel'],
  kind: entry.kind,
  audience: audienceOf(entry),
  daily: entry.content.daily,
  overlap: entry.content.overlap,
  title: entry.content.title,
  launch: entry.content.launch as LaunchId | null,
  at: Date.parse(entry.dueAt),
});

export interface CapQuestion {
  entry: ReleaseEntry;
  /** What the log holds before it. */
  before: readonly ReleaseEntry[];
  /** Of the pool. */
  zone: string;
  customers: World;
}

/** Every rule, gap and quiet hour that a release breaks among those before it, by the brute-force twin. */
export const breaks = (
  { entry, before, zone, customers }: CapQuestion,
  { rules, exceptions, terms }: Pick<Book, 'rules' | 'exceptions'> & { terms: Terms },
): Broken[] =>
  brokenBy(
    { ...standingOf(entry), quietHours: terms.quiet ?? null, zone: terms.zone },
    before.map(standingOf),
    {
      ...customers,
      rules,
      exceptions,
      zone,
    },
  );
