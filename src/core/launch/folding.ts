import type { Instant } from '../model';
import type { Unchanged } from './unchanged';

/** One card as the plan would have it. */
interface Fate {
  card: string;
  outcome: 'release' | 'defer' | 'skip' | 'hold' | 'expire';
  at: Instant;
}

/** A step of a script as a manager comes to it, with what the reader has done to it on the page. */
export interface FoldingQuestion {
  /** It waits for this decision. What does not was decided before, or is not asked about. */
  waits: boolean;
  /** It was never submitted, or sent back: nobody has decided on it, and this decision is not about it. */
  unsubmitted: boolean;
  /** Copy, pictures and place are those of an approved template; `pictures-added`: pictures that it left open aside. */
  unchanged: Unchanged | null;
  /** It was approved or sent back before as another, but for where its launch was then. */
  differs: boolean;
  /** Every picture of it is on the line that it would be folded to. */
  allShown: boolean;
  /** What it lacks, or what an editor should know of it. */
  gaps: number;
  /** Of the text check. */
  findings: number;
  scheduledAt: Instant | null;
  /** What the plan would do with each of its cards. */
  forecast: readonly Fate[];
  /** That is what its manager was shown when it was approved last. */
  fateKnown: boolean;
  /** A manager sent it back, and it was not approved since. */
  returned: boolean;
  /** It is not what this reader was shown before. */
  fresh: boolean;
  /** The reader asks for a change of it. */
  marked: boolean;
  /** The reader opened it. */
  opened: boolean;
}

/** Why a step is shown whole, most urgent first. */
export type UnfoldedBy =
  | 'gap'
  | 'finding'
  | 'fate'
  | 'unsubmitted'
  | 'returned'
  | 'fresh'
  | 'changed'
  | 'marked'
  | 'opened';

/** Whether every card goes out at the time that was asked for. Nothing known of one that waits is no. */
export const goesAtItsTime = ({
  waits,
  scheduledAt,
  forecast,
}: Pick<FoldingQuestion, 'waits' | 'scheduledAt' | 'forecast'>): boolean =>
  (forecast.length > 0 || !waits) &&
  forecast.every(({ outcome, at }) => outcome === 'release' && at === scheduledAt);

/** Whether each card still has the fate that it had before; what is out by now is asked about no more. */
export const isSameFate = (before: readonly Fate[], now: readonly Fate[]): boolean =>
  now.every(({ card, outcome, at }) =>
    before.some((was) => was.card === card && was.outcome === outcome && was.at === at),
  );

/** What waits is decided on anew, with what becomes of it. */
const hasNewFate = (step: FoldingQuestion): boolean =>
  !goesAtItsTime(step) && (step.waits || !step.fateKnown);

/** Nothing of it would go unread: what the template did not have is to be seen on the line. */
const isAsApproved = ({ unchanged, allShown }: FoldingQuestion): boolean =>
  unchanged === 'as-approved' || (unchanged === 'pictures-added' && allShown);

const checks: readonly { id: UnfoldedBy; test: (step: FoldingQuestion) => boolean }[] = [
  { id: 'gap', test: ({ gaps }) => gaps > 0 },
  { id: 'finding', test: ({ findings }) => findings > 0 },
  { id: 'fate', test: hasNewFate },
  { id: 'unsubmitted', test: ({ unsubmitted }) => unsubmitted },
  { id: 'returned', test: ({ returned }) => returned },
  { id: 'fresh', test: ({ fresh }) => fresh },
  { id: 'changed', test: (step) => step.waits && (step.differs || !isAsApproved(step)) },
  { id: 'marked', test: ({ marked }) => marked },
  { id: 'opened', test: ({ opened }) => opened },
];

/** Why this step is not folded to a line; empty: it is. */
export const unfoldedBy = (step: FoldingQuestion): UnfoldedBy[] =>
  checks.filter(({ test }) => test(step)).map(({ id }) => id);

/** Only the reader holds it open: it needs no reading. */
const byHand: ReadonlySet<UnfoldedBy> = new Set(['marked', 'opened']);

/** The script has put it there for reading. */
export const isToRead = (why: readonly UnfoldedBy[]): boolean => why.some((one) => !byHand.has(one));

export interface FoldingCount {
  steps: number;
  /** Folded, or opened by the reader alone: as in the approved template. */
  asTemplate: number;
  /** How many of these have pictures of their own, on their lines. */
  withPictures: number;
  /** Not asked about: approved before, or out. */
  decided: number;
  toRead: number;
}

/** What the line on top says of all steps. */
export function countFolding(steps: readonly FoldingQuestion[]): FoldingCount {
  const read = steps.filter((step) => isToRead(unfoldedBy(step)));
  const calm = steps.filter((step) => !read.includes(step));
  const waiting = calm.filter(({ waits }) => waits);
  return {
    steps: steps.length,
    asTemplate: waiting.length,
    withPictures: waiting.filter(({ unchanged }) => unchanged === 'pictures-added').length,
    decided: calm.filter(({ waits }) => !waits).length,
    toRead: read.length,
  };
}
