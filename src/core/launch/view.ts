import { compareIds } from '../ids';
import type { FeedId, Instant, PostId, RuleId, TimeZone } from '../model';
import type {
  ExceptionContent,
  KnownRule,
  LaunchContent,
  LaunchRefs,
  PhaseContent,
  StepContent,
} from './content';

/** An exception with the names of what it is about: a rule that is renamed is approved anew. */
export interface ExceptionView {
  rule: ({ id: RuleId; name: string } & Partial<RuleValues>) | null;
  feeds: readonly { id: FeedId; name: string }[];
  from: Instant | null;
  to: Instant | null;
  limit: number | null;
  minGapMinutes: number | null;
  quietHours: boolean;
  reason: string;
}

type PhaseView = PhaseContent<ExceptionView>;

/** What a script itself says, without its posts. Order is fixed wherever it carries no meaning. */
export interface LaunchView {
  format: 1;
  name: string;
  product: { id: string; name: string } | null;
  offer: { id: string; name: string } | null;
  launchAt: Instant | null;
  timezone: TimeZone;
  phases: readonly PhaseView[];
}

const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};
const sortedIds = <T extends string>(ids: readonly T[]): T[] => [...ids].sort();

/** What a rule counts: an exception of 30 a month is none of 30 a day. Its own numbers may change. */
type RuleValues = Pick<KnownRule, 'window' | 'scope' | 'counts' | 'kinds' | 'feeds' | 'channels'>;

const ruleView = (id: RuleId, { rules }: LaunchRefs): NonNullable<ExceptionView['rule']> => {
  const known = rules.get(id);
  if (!known) return { id, name: '' };
  const { name, window, scope, counts, kinds, feeds, channels } = known;
  const counted = { kinds: [...kinds].sort(), feeds: sortedIds(feeds), channels: [...channels].sort() };
  return { id, name, window, scope, counts, ...counted };
};

function exceptionView(exception: ExceptionContent, refs: LaunchRefs): ExceptionView {
  const { row: _, rule, feeds, ...values } = exception;
  return {
    ...values,
    rule: rule === null ? null : ruleView(rule, refs),
    feeds: sortedIds(feeds).map((id) => ({ id, name: refs.feeds.get(id)?.name ?? '' })),
  };
}

export const stepView = (step: StepContent): StepContent => ({
  ...step,
  feeds: sortedIds(step.feeds),
  channels: [...step.channels].sort(),
  variants: step.variants.map((variant) => ({ ...variant, segments: sortedIds(variant.segments) })),
});

const namedIn = (id: string | null, refs: ReadonlyMap<string, { name: string }>) =>
  id === null ? null : { id, name: refs.get(id)?.name ?? '' };

/** Resolves a script to what an approval is bound to: all that is written, and the names of what it changes. */
export function resolveLaunch(content: LaunchContent, refs: LaunchRefs): LaunchView {
  const { name, product, offer, launchAt, timezone, phases } = content;
  return {
    format: 1,
    name,
    product: namedIn(product, refs.products),
    offer: namedIn(offer, refs.offers),
    launchAt,
    timezone,
    phases: phases.map((phase) => ({
      ...phase,
      kinds: [...phase.kinds].sort(),
      exceptions: phase.exceptions.map((exception) => exceptionView(exception, refs)).sort(byText),
      steps: phase.steps.map(stepView),
    })),
  };
}

/** A post of a script by what an approval of it is bound to. */
export interface PostPart {
  post: PostId;
  hash: string;
  /** It waits for the decision, so that an approval approves it. */
  waits: boolean;
}

/** What an approval of a whole script is bound to: the script itself and every post of it, each by its hash. */
export interface WholeLaunch {
  format: 2;
  frame: string;
  posts: readonly PostPart[];
}

export const wholeLaunch = (frame: string, posts: readonly PostPart[]): WholeLaunch => ({
  format: 2,
  frame,
  posts: [...posts].sort((a, b) => compareIds(a.post, b.post)),
});
