import type { ResolvedView } from '@/core/approval/view';
import type { ReleaseEntry, StoredEntry } from '@/server/log/entry';
import { type Broken, dayOf } from '../builders/twin';
import { type Book, breaks, exceptionsIn, feedsIn, launchesIn, rulesIn } from './caps';
import type { Change, Store, StoredRow } from './model/store';
import { graceMinutes, type LabWorld, minute } from './world';

/** What is wrong, in Jepsen's words where it has one. */
export interface Finding {
  word:
    | 'missing'
    | 'extra'
    | 'early'
    | 'late'
    | 'over-cap'
    | 'too-close'
    | 'quiet'
    | 'hole'
    | 'twice'
    | 'changed'
    | 'unapproved'
    | 'stopped'
    | 'between'
    | 'status';
  what: string;
}

/** A value over time. Each change has the fences that committed with it; null: it needed none. */
interface Version<T> {
  value: T;
  fences: ReadonlySet<string>;
}

interface Decision {
  n: number;
  decision: string;
  contentHash: string;
  view: ResolvedView | null;
}

interface Post {
  scheduledAt: number;
  expiresAt: number | null;
  onConflict: string;
}

type Entry = StoredEntry & Record<string, never>;

interface Log {
  zone: string;
  entries: Entry[];
  voids: Set<string>;
}

export interface PassSeen {
  log: string;
  now: number;
  /** The length of the log when it began. */
  from: number;
  stopped: boolean;
}

const day = 86_400_000;
/** What is looked at as a whole. A script changes together with the decision on it. */
const whole: ReadonlySet<string> = new Set(['cap-rules', 'settings', 'feeds', 'launch-scripts']);
const wordOf = { limit: 'over-cap', gap: 'too-close', quiet: 'quiet' } as const;
const none: ReadonlySet<string> = new Set();
const instant = (value: unknown): number => Date.parse(String(value));
const orNull = (value: unknown): number | null => (value == null ? null : instant(value));

/**
 * Watches every commit and holds it against what the README promises, without asking the product. A change and the entries
 * of a log may come in either order until the void of its fence is in that log; from then on there is one.
 */
export class Promises {
  readonly findings: Finding[] = [];
  readonly passes: PassSeen[] = [];
  private readonly logs = new Map<string, Log>();
  private readonly keys = new Set<string>();
  private readonly decisions = new Map<string, Version<Decision>[]>();
  private readonly posts = new Map<string, Version<Post>[]>();
  private readonly rules: Version<Book['rules']>[] = [];
  private readonly exceptions: Version<Book['exceptions']>[] = [];
  private readonly launches: Version<Book['launches']>[] = [];
  private readonly feeds: Version<Book['feeds']>[] = [];
  private readonly stopped: Version<boolean>[] = [];
  /** Cards that were once told to wait for another instant: their grace begins there. */
  private readonly deferred = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly world: LabWorld,
  ) {
    for (const feed of world.feeds) {
      const pool = store.find('pools', { where: { id: { equals: feed.pool } } })[0];
      const name = feed.pool ? `pool:${feed.pool}` : `feed:${feed.id}`;
      const zone = String(pool?.timezone ?? feed.timezone);
      this.logs.set(name, { zone, entries: [], voids: new Set() });
    }
    for (const row of store.find('releases', { sort: 'seq' })) {
      const entry = row as unknown as Entry;
      this.logs.get(entry.log)?.entries.push(entry);
      this.keys.add(entry.key);
    }
    this.take('approvals', store.find('approvals', {}), none);
    this.take('posts', store.find('posts', {}), none);
    this.takeWhole(none);
    store.onCommit = (changes) => this.seen(changes);
  }

  /** How many entries a log has. */
  lengthOf(log: string): number {
    return this.logs.get(log)?.entries.length ?? 0;
  }

  get logNames(): string[] {
    return [...this.logs.keys()];
  }

  released(post?: string): Entry[] {
    return [...this.logs.values()]
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.type === 'release' && (post === undefined || entry.post === post));
  }

  find(word: Finding['word'], what: string): void {
    this.findings.push({ word, what });
  }

  private seen(changes: readonly Change[]): void {
    const fences = new Set(
      changes.flatMap(({ collection, before, after }) =>
        collection === 'fences' && !before ? [String(after?.key)] : [],
      ),
    );
    const rowsOf = (name: string) =>
      changes.flatMap(({ collection, after }) => (collection === name && after ? [after] : []));
    this.take('approvals', rowsOf('approvals'), fences);
    this.take('posts', rowsOf('posts'), fences);
    if (changes.some(({ collection }) => whole.has(collection))) this.takeWhole(fences);
    for (const { collection, before, after } of changes) {
      if (collection !== 'releases') continue;
      if (before || !after) this.find('changed', `the log itself: ${JSON.stringify(before)}`);
      else this.entered(after as unknown as Entry);
    }
  }

  private take(collection: 'approvals' | 'posts', rows: readonly StoredRow[], fences: ReadonlySet<string>) {
    for (const row of rows) {
      if (collection === 'approvals') {
        if (!String(row.subject).startsWith('posts:')) continue;
        const post = String(row.subject).slice('posts:'.length);
        const value = row as unknown as Decision;
        this.decisions.set(post, [...(this.decisions.get(post) ?? []), { value, fences }]);
        continue;
      }
      const value = {
        scheduledAt: instant(row.scheduledAt),
        expiresAt: orNull(row.expiresAt),
        onConflict: String(row.onConflict),
      };
      const known = this.posts.get(String(row.id)) ?? [];
      if (JSON.stringify(known.at(-1)?.value) !== JSON.stringify(value) || fences.size > 0)
        this.posts.set(String(row.id), [...known, { value, fences }]);
      for (const state of (row.cardStates ?? []) as { feed: string; variantKey: string; plannedAt: string }[])
        if (state.plannedAt && instant(state.plannedAt) !== value.scheduledAt)
          this.deferred.add(`${row.id}:${state.variantKey}:${state.feed}`);
    }
  }

  private takeWhole(fences: ReadonlySet<string>): void {
    const { store } = this;
    const scripts = launchesIn(store);
    this.add(this.rules, rulesIn(store), fences);
    this.add(this.exceptions, exceptionsIn(scripts), fences);
    this.add(
      this.launches,
      scripts.map(({ id }) => String(id)),
      fences,
    );
    this.add(this.feeds, feedsIn(store), fences);
    this.add(this.stopped, store.find('settings', {})[0]?.stopped === true, fences);
  }

  private add<T>(versions: Version<T>[], value: T, fences: ReadonlySet<string>): void {
    const last = versions.at(-1);
    const isSame = last === undefined || JSON.stringify(last.value) === JSON.stringify(value);
    if (isSame && last && fences.size === 0) return;
    if (!isSame && fences.size === 0)
      this.find('between', `a change without a fence: ${JSON.stringify(value)}`);
    versions.push({ value, fences });
  }

  /** What may hold for the next entry of a log: from the last change whose void is in it, to the newest. */
  private allowed<T>(versions: readonly Version<T>[], { voids }: Log): T[] {
    const last = versions.findLastIndex(({ fences }) => [...fences].some((fence) => voids.has(fence)));
    return versions.slice(Math.max(0, last)).map(({ value }) => value);
  }

  private entered(entry: Entry): void {
    const log = this.logs.get(entry.log);
    if (!log) {
      this.find('extra', `an entry of ${entry.log}`);
      return;
    }
    const { key, seq } = entry;
    if (seq !== log.entries.length + 1)
      this.find('hole', `${entry.log} has ${seq} at place ${log.entries.length + 1}`);
    if (this.keys.has(key)) this.find('twice', key);
    this.keys.add(key);
    if (entry.type === 'release') this.releasedNow(entry, log);
    if (entry.type === 'end') this.endedNow(entry, log);
    if (entry.type === 'void') log.voids.add(key.slice('void:'.length, -(entry.log.length + 1)));
    log.entries.push(entry);
  }

  private releasedNow(entry: Entry & { type: 'release' }, log: Log): void {
    const { key, post, approval, variantKey } = entry;
    if (this.allowed(this.stopped, log).every(Boolean)) this.find('stopped', key);
    const decision = this.allowed(this.decisions.get(post) ?? [], log).find(
      ({ n, decision: word }) => n === approval && word === 'approved',
    );
    if (!decision) {
      this.find('unapproved', `${key} by approval ${approval}`);
      return;
    }
    if (decision.contentHash !== entry.contentHash) this.find('unapproved', `${key}: its hash`);
    const version = decision.view?.versions.find((one) => one.key === variantKey);
    const feed = decision.view?.feeds.find(({ id }) => id === entry.feed);
    if (!version || !feed) {
      this.find('extra', key);
      return;
    }
    if (version.text !== entry.content.text) this.find('changed', `${key}: ${entry.content.text}`);
    if (JSON.stringify(version.audience) !== JSON.stringify(entry.audience))
      this.find('changed', `${key}: its audience`);
    if (entry.localDate !== dayOf(instant(entry.dueAt), feed.timezone))
      this.find('changed', `${key}: ${entry.localDate} in ${feed.timezone}`);
    this.checkFrozen(entry, log, decision);
    this.checkTime(entry, log);
    this.checkCaps(entry, log);
  }

  /** What later cards are counted against: its channel and launch as approved, its weight as the feed had it. */
  private checkFrozen({ key, feed, content }: Entry & ReleaseEntry, log: Log, { view }: Decision): void {
    const { channel, launch, daily, overlap } = content;
    if (channel !== view?.feeds.find(({ id }) => id === feed)?.channel)
      this.find('changed', `${key}: ${channel}`);
    if (launch !== (view?.launch?.id ?? null)) this.find('changed', `${key}: its launch`);
    if (
      this.allowed(this.launches, log).every(
        (launches) => daily === (launch !== null && launches.includes(launch)),
      )
    )
      this.find('changed', `${key}: daily ${daily}`);
    if (this.allowed(this.feeds, log).every((feeds) => feeds[feed]?.overlap !== overlap))
      this.find('changed', `${key}: overlap ${overlap}`);
  }

  /** Also for what a person releases by hand: the caps are asked like any other time. */
  private checkCaps(entry: Entry & ReleaseEntry, log: Log): void {
    const before = log.entries.filter((one): one is Entry & ReleaseEntry => one.type === 'release');
    const question = { entry, before, zone: log.zone, customers: this.world.customers };
    // Each is read by itself: a change may be seen without another one of the same moment.
    let broken: Broken[] = [];
    for (const feeds of this.allowed(this.feeds, log)) {
      const terms = feeds[entry.feed];
      if (!terms) continue;
      for (const exceptions of this.allowed(this.exceptions, log)) {
        for (const rules of this.allowed(this.rules, log)) {
          broken = breaks(question, { rules, exceptions, terms });
          if (broken.length === 0) return;
        }
      }
    }
    for (const { rule, what, count } of broken)
      this.find(wordOf[what], `${entry.key}: ${what} of ${rule || 'its feed'}, with ${count} before it`);
  }

  private checkTime(entry: Entry & { type: 'release' }, log: Log): void {
    const dueAt = instant(entry.dueAt);
    const leads = this.allowed(this.feeds, log).map((feeds) => feeds[entry.feed]?.leadMinutes ?? 0);
    if (instant(entry.releasedAt) < dueAt - Math.max(...leads) * minute)
      this.find('early', `${entry.key}: before it was due`);
    // A person may want it now.
    if (entry.by) return;
    const posts = this.allowed(this.posts.get(entry.post) ?? [], log);
    if (posts.every(({ scheduledAt }) => dueAt < scheduledAt)) this.find('early', entry.key);
    const until = ({ scheduledAt, expiresAt }: Post) => {
      const days = Math.max(0, Math.round((dueAt - scheduledAt) / day));
      return expiresAt ?? scheduledAt + days * day + graceMinutes * minute;
    };
    // Where something else changed meanwhile it may have waited for room, and be brought forward.
    if (
      log.voids.size === 0 &&
      !this.deferred.has(entry.card) &&
      posts.every((post) => instant(entry.releasedAt) > until(post))
    )
      this.find('late', entry.key);
  }

  private endedNow(entry: Entry & { type: 'end' }, log: Log): void {
    if (!entry.reason) this.find('missing', `${entry.key}: no reason`);
    if (entry.outcome !== 'expire') return;
    const posts = this.allowed(this.posts.get(entry.post) ?? [], log);
    const at = instant(entry.at);
    const ends = posts.map(({ scheduledAt, expiresAt }) => expiresAt ?? scheduledAt + graceMinutes * minute);
    if (at <= Math.min(...ends)) this.find('missing', `${entry.key} expired before its grace was over`);
    if (this.deferred.has(entry.card)) return;
    const [post] = posts;
    // A whole pass, begun when the log was as it is now, should have found it.
    const changedAt = log.entries.findLastIndex(({ type }) => type === 'void') + 1;
    const there = this.passes.find(
      (pass) =>
        pass.log === entry.log &&
        !pass.stopped &&
        pass.from >= changedAt &&
        post !== undefined &&
        posts.length === 1 &&
        pass.now >= post.scheduledAt &&
        pass.now <= (ends[0] ?? 0),
    );
    if (there)
      this.find(
        'missing',
        `${entry.key} expired although somebody was there at ${new Date(there.now).toISOString()}`,
      );
  }

  /** When everything has come to rest: nothing is lost, and what people see follows from the log. */
  atRest(): void {
    for (const fence of this.store.find('fences', {}))
      if (fence.done !== true) this.find('missing', `the fence ${fence.reason} is open`);
    for (const row of this.store.find('posts', {})) this.restOf(row);
  }

  private restOf(row: StoredRow): void {
    const post = String(row.id);
    const own = [...this.logs.values()].flatMap(({ entries }) =>
      entries.filter((entry) => 'post' in entry && entry.post === post),
    );
    const of = (type: Entry['type']): string[] =>
      own.filter((entry) => entry.type === type).map(({ card }) => card);
    const released = of('release');
    const recalled = new Set(of('recall'));
    const newest = this.decisions.get(post)?.at(-1)?.value;
    const states = (row.cardStates ?? []) as { feed: string; variantKey: string; state: string }[];
    const stateOf = (card: string) =>
      states.find(({ feed, variantKey }) => `${post}:${variantKey}:${feed}` === card)?.state;

    if (row.status === 'recalled' || recalled.size > 0) {
      for (const card of released)
        if (!recalled.has(card)) this.find('between', `${card} of a recalled post is not recalled`);
      if (row.status !== 'recalled') this.find('status', `post ${post}: ${row.status}, not recalled`);
      return;
    }
    if (released.length > 0 && row.status !== 'released')
      this.find('status', `post ${post}: ${row.status}, though cards of it are out`);
    for (const card of released)
      if (stateOf(card) !== 'released') this.find('status', `${card}: ${stateOf(card)}, though it is out`);
    if (newest?.decision !== 'approved') {
      if (row.inFlight === true) this.find('status', `post ${post} is in flight without an approval`);
      return;
    }
    for (const card of this.cardsOf(post, newest)) {
      if (released.includes(card)) continue;
      const ended = own.find(
        (entry) =>
          entry.type === 'end' &&
          entry.key === `end:${card}:${newest.n}:${this.posts.get(post)?.at(-1)?.value.scheduledAt}`,
      );
      if (!ended) this.find('missing', card);
      else if (!['held', 'skipped', 'expired'].includes(stateOf(card) ?? ''))
        this.find('status', `${card}: ${stateOf(card)}, though it has ended`);
    }
  }

  private cardsOf(post: string, { view }: Decision): string[] {
    const feeds = (view?.feeds ?? []).filter(
      ({ id }) => this.store.find('feeds', { where: { id: { equals: id } } })[0]?.active !== false,
    );
    return feeds.flatMap(({ id }) => (view?.versions ?? []).map(({ key }) => `${post}:${key}:${id}`));
  }
}
