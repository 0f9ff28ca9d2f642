import type { CardKey, FeedId, Instant, Locale, LogId, PostId } from '../model';
import type { Decision } from '../plan';
import { inTheWay, type Reason } from '../reasons';

/** What the plan says of a card that waits: where it will go out, or what will become of it at its time. */
export const planned = [
  'planned',
  'deferred',
  'brought-forward',
  'will-hold',
  'will-skip',
  'will-expire',
] as const;
export type PlannedWhat = (typeof planned)[number];

/** What became an entry of a log. */
export const entered = ['released', 'released-late', 'held', 'skipped', 'expired', 'recalled'] as const;
export type EnteredWhat = (typeof entered)[number];

/** About no card: everything stood still, or goes on. */
export const ofEverybody = ['stopped', 'resumed', 'outage'] as const;
export type EverybodyWhat = (typeof ofEverybody)[number];

export const whats = [...planned, ...entered, ...ofEverybody] as const;
export type What = (typeof whats)[number];

/** A card that holds a place which this one wanted. */
export interface Slot {
  post: PostId;
  title: string;
  feed: FeedId;
  at: Instant;
}

/** What a card of the log is about. */
export interface OfCard {
  log: LogId;
  card: CardKey;
  post: PostId;
  feed: FeedId;
  variantKey: string;
}

/** One decision as it is stored; `at` when it was decided, `plannedAt` when the card goes (or went) out, ISO. */
export interface DecisionRow extends Partial<OfCard> {
  key: string;
  at: string;
  what: What;
  approval?: number;
  title?: string;
  plannedAt?: string | null;
  /** Where it stood before: the planned instant of what came late, the beginning of an outage or stop. */
  before?: string | null;
  lateMinutes?: number | null;
  why?: Record<Locale, string> | null;
  slots?: readonly Slot[] | null;
  by?: string | null;
  byName?: string | null;
}

/** What a decision that is not due yet means for people. */
export function plannedWhat({ outcome, reasons }: Pick<Decision, 'outcome' | 'reasons'>): PlannedWhat {
  switch (outcome) {
    case 'release':
      return reasons.some(({ code }) => code === 'brought-forward') ? 'brought-forward' : 'planned';
    case 'defer':
      return 'deferred';
    case 'hold':
      return 'will-hold';
    case 'skip':
      return 'will-skip';
    case 'expire':
      return 'will-expire';
  }
}

/** What becomes of a card that will not go out, as things are. */
export const fates = ['will-hold', 'will-skip', 'will-expire'] as const satisfies readonly PlannedWhat[];
export type Fate = (typeof fates)[number];

/** Null for a card that goes out. */
export const fateOf = (decision: Pick<Decision, 'outcome' | 'reasons'>): Fate | null => {
  const what = plannedWhat(decision);
  return fates.find((fate) => fate === what) ?? null;
};

/** An end that is still a forecast has no instant of its own: when it was forecast does not make it another. */
export const instantOfPlan = ({ outcome, at }: Pick<Decision, 'outcome' | 'at'>): Instant | null =>
  outcome === 'release' || outcome === 'defer' ? at : null;

const going: readonly What[] = ['planned', 'brought-forward'];

interface Said {
  what: What;
  approval?: number | null;
  plannedAt?: string | null;
}

/** Whether two decisions on one card say the same: where it goes, under the same approval. */
export const saysTheSame = (a: Said, b: Said): boolean =>
  (a.what === b.what || (going.includes(a.what) && going.includes(b.what))) &&
  (a.approval ?? null) === (b.approval ?? null) &&
  instantOf(a.plannedAt) === instantOf(b.plannedAt);

const instantOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null);

const mostSlots = 20;

/** The cards that the reasons name as holding the places, each once, the earliest first. */
export function slotsOf(reasons: readonly Reason[]): Slot[] {
  const found = new Map<string, Slot>();
  for (const reason of reasons) {
    for (const { post, title, feed, at } of inTheWay(reason)) {
      const key = `${post} ${at} ${feed}`;
      if (!found.has(key)) found.set(key, { post, title, feed, at });
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at).slice(0, mostSlots);
}

/** Out this long after its instant is late; a tick may take that long (core/plan/timing). */
export const lateMinutesOf = (plannedAt: Instant, dueAt: Instant): number | null => {
  const minutes = Math.floor((dueAt - plannedAt) / 60_000);
  return minutes >= 1 ? minutes : null;
};
