import type { DeskDay } from '../core/desk/day';
import type { Instant, LocalDate, Locale, TimeZone } from '../core/model';
import type { DeskProblem, DeskWords } from '../core/words/desk';

/** Everything that the desk’s page is drawn from. */
export interface DeskView {
  locale: Locale;
  words: DeskWords;
  now: Instant;
  brand: string;
  /** The team’s zone; times of feeds elsewhere carry their zone’s name. */
  timezone: TimeZone;
  person: { name: string };
  day: DeskDay;
  /** Today in the zone of the member’s first feed. */
  today: LocalDate;
  stopped: boolean;
  stoppedReason: string | null;
  problem: DeskProblem | null;
  /** Whom to ask for a missing value. */
  manager: string | null;
  /** Ids of feeds to their names, to say where an upcoming card goes when there are several. */
  feedNames: ReadonlyMap<string, string>;
}

export interface LoginView {
  locale: Locale;
  words: DeskWords;
  brand: string;
  problem: DeskProblem | null;
  username: string;
}

export interface NoFeedsView {
  locale: Locale;
  words: DeskWords;
  brand: string;
  person: { name: string };
  /** Editors, managers and admins work elsewhere. */
  office: boolean;
}

export const imagePath = (release: string, n: number): string => `/desk/releases/${release}/images/${n}`;
export const videoPath = (release: string): string => `/desk/releases/${release}/video`;
export const zipPath = (release: string): string => `/desk/releases/${release}/images.zip`;
export const receiptPath = (release: string): string => `/desk/receipts/${release}`;
