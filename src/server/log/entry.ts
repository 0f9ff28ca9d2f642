import type { AudienceView } from '@/core/approval/view';
import type { Slot } from '@/core/decisions';
import type { CardKey, FeedId, Instant, Kind, LocalDate, LogId, PostId } from '@/core/model';

/** What a release froze: all that staff see, and what caps need to count it later. */
export interface FrozenContent {
  title: string;
  text: string;
  guidance: string;
  copyMode: 'exact' | 'example';
  firstComments: readonly string[];
  images: readonly {
    sha256: string;
    thumbSha256: string | null;
    width: number;
    height: number;
    alt: string;
  }[];
  video: { sha256: string; filename: string } | null;
  link: { url: string; title: string } | null;
  channel: string;
  feedName: string;
  timezone: string;
  leadMinutes: number;
  expiresAt: string | null;
  daily: boolean;
  overlap: number;
  /** Of the launch script that it belonged to, whose exceptions it went out under. */
  launch: string | null;
}

interface Common {
  log: LogId;
  key: string;
  at: string;
  by?: string | null;
}

interface OfCard {
  card: CardKey;
  post: PostId;
  feed: FeedId;
  variantKey: string;
}

export interface ReleaseEntry extends Common, OfCard {
  type: 'release';
  kind: Kind;
  audience: AudienceView;
  content: FrozenContent;
  approval: number;
  contentHash: string;
  dueAt: string;
  /** The instant that was planned: before `dueAt` when it came late. */
  plannedAt: string;
  releasedAt: string;
  localDate: LocalDate;
  reason: unknown;
}

export interface EndEntry extends Common, OfCard {
  type: 'end';
  kind: Kind;
  outcome: 'skip' | 'hold' | 'expire';
  approval: number;
  dueAt: string;
  plannedAt: string;
  /** What held the places, for whoever asks later. */
  slots: readonly Slot[];
  reason: unknown;
}

export interface RecallEntry extends Common, OfCard {
  type: 'recall';
  reason: unknown;
}

export interface VoidEntry extends Common {
  type: 'void';
  reason: unknown;
}

export type LogEntry = ReleaseEntry | EndEntry | RecallEntry | VoidEntry;

/** A row as it is read back. */
export type StoredEntry = LogEntry & { id: string | number; seq: number };

/** The keys carry the promises: one release and one recall for a card, one end for each attempt. */
export const keys = {
  release: (card: CardKey) => `card:${card}`,
  recall: (card: CardKey) => `recall:${card}`,
  end: (card: CardKey, approval: number, scheduledAt: Instant) => `end:${card}:${approval}:${scheduledAt}`,
  void: (fence: string, log: LogId) => `void:${fence}:${log}`,
};
