import type { FeedId, Locale, PostStatus } from '../model';

export const cardStatesList = [
  'planned',
  'deferred',
  'released',
  'skipped',
  'held',
  'expired',
  'recalled',
  'withdrawn',
] as const;
export type CardStateWord = (typeof cardStatesList)[number];

/** Where one card of a post stands, as editors see it; `plannedAt` is ISO. */
export interface CardState {
  feed: FeedId;
  variantKey: string;
  state: CardStateWord;
  plannedAt: string | null;
  /** While it is to be skipped or held: where it was planned last. Without it a card that waits for tomorrow would be late by a day. */
  lastPlannedAt?: string | null;
  /** Put off when it was late, by a look at which nothing could go out: from here its lateness still counts. */
  lateFrom?: string | null;
  reason: Record<Locale, string> | null;
}

/** Where it was planned last; null: never elsewhere than at its own time. */
export const lastPlanOf = ({ lateFrom, plannedAt, lastPlannedAt }: CardState): string | null =>
  lateFrom ?? plannedAt ?? lastPlannedAt ?? null;

const waiting: readonly CardStateWord[] = ['planned', 'deferred'];

export const isWaiting = (card: CardState): boolean => waiting.includes(card.state);

/** Neither out nor over: it will go out, or waits for a person. */
export const isOpen = (card: CardState): boolean => isWaiting(card) || card.state === 'held';

const over: readonly CardStateWord[] = ['released', 'recalled', 'withdrawn'];

/** Nothing that is planned anew changes it. */
export const isOver = (card: CardState): boolean => over.includes(card.state);

/** A post loses its approval while some of its cards are out: the rest never goes out. */
export const withdrawOpen = (cards: readonly CardState[], reason: Record<Locale, string>): CardState[] =>
  cards.map((card) => (isOpen(card) ? { ...card, state: 'withdrawn', plannedAt: null, reason } : card));

/** The status that sums up the cards of an approved post; the first that applies. */
export function summarise(cards: readonly CardState[]): PostStatus {
  const has = (state: CardStateWord) => cards.some((card) => card.state === state);
  if (has('recalled')) return 'recalled';
  if (has('released')) return 'released';
  if (has('held')) return 'held';
  if (has('deferred')) return 'deferred';
  if (has('planned') || cards.length === 0) return 'approved';
  return has('expired') ? 'expired' : 'skipped';
}

/** The reason worth showing for the whole post: of the first card that is not simply going out. */
export function reasonOf(cards: readonly CardState[]): Record<Locale, string> | null {
  const order: readonly CardStateWord[] = [
    'held',
    'deferred',
    'expired',
    'skipped',
    'recalled',
    'released',
    // One that will be held, skipped or late is still planned, and says so before its time.
    'planned',
  ];
  const explained = cards.filter((card) => card.reason !== null);
  const worst = order.flatMap((state) => explained.find((card) => card.state === state) ?? []);
  return worst[0]?.reason ?? null;
}
