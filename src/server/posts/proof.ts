import { appliesTo, type Proof, prove } from '@/core/caps';
import type { FeedId, Instant, Locale, LogId, PostId, TimeZone } from '@/core/model';
import { type Decision, entriesOf } from '@/core/plan';
import type { FilledBy } from '@/core/reasons';
import { onceAPost } from '@/core/simulate';
import { dayBounds, localDateOf } from '@/core/time';
import { assumptionWords, proofWords } from '@/core/words/caps';
import { explain } from '@/core/words/plan';
import { fullestWords, namedException } from '@/core/words/simulate';
import type { Snapshot } from '../scheduler/snapshot';

type Both = Record<Locale, string>;

/** A post that takes a place, to be found by its page. */
export interface Holder {
  post: PostId;
  title: string;
  feed: FeedId;
  /** Of the feed, in which its time is said. */
  zone: TimeZone;
  at: Instant;
}

/** What the caps say about the days on which a post would go out. Kept with an approval as it was. */
export interface ProofInWords {
  log: LogId;
  holds: boolean;
  /** What holds for every possible customer, or who would see too much of what. */
  sentence: Both;
  /** Who sees most, and when; empty where nothing counts. */
  fullest: Both;
  /** The other posts that this customer sees then. */
  holders: Holder[];
  /** What approved launches may do beyond the rules on these days. */
  exceptions: Both[];
  /** What it takes for granted. */
  assumptions: Both[];
}

export interface ProofQuestion {
  snapshot: Snapshot;
  decisions: readonly Decision[];
  /** One, or several that would be approved together. */
  posts: ReadonlySet<PostId>;
}

/** The same for whoever fills a place. */
export const holderOf = ({ post, title, feed, at }: FilledBy, { refs, input }: Snapshot): Holder => ({
  post,
  title,
  feed,
  zone: refs.feeds.get(feed)?.zone ?? input.zone,
  at,
});

const inBoth = (say: (locale: Locale) => string): Both => ({ zh: say('zh'), en: say('en') });

/** The cards that a proof speaks of: the fewest that break it, or those that the fullest customer sees. */
const shownBy = ({ counterExamples: [worst], tooClose: [close], fullest }: Proof): readonly FilledBy[] =>
  worst?.smallest ?? close?.cards ?? fullest.flatMap(({ filledBy }) => filledBy);

/** Does every cap that concerns these posts hold, on their days, for every possible customer? Null: none does. */
export function proofIn({ snapshot, decisions, posts }: ProofQuestion): ProofInWords | null {
  const { input, refs } = snapshot;
  const entries = entriesOf(input, decisions);
  const own = entries.filter((entry) => posts.has(entry.post));
  const rules = input.rules.filter((rule) => own.some((entry) => appliesTo(rule, entry)));
  if (rules.length === 0) return null;
  const { zone, log } = input;
  const times = own.map(({ at }) => at);
  const [from] = dayBounds(localDateOf(Math.min(...times), zone), zone);
  const [, to] = dayBounds(localDateOf(Math.max(...times), zone), zone);
  const proof = prove({ ...input, rules, from, to, entries });
  const context = { ...refs, zone };
  return {
    log,
    holds: proof.holds,
    sentence: inBoth((locale) =>
      [proofWords(proof, rules, context, locale), explain(proof.unsupported, context, locale)]
        .filter(Boolean)
        .join(' '),
    ),
    fullest: inBoth((locale) => (proof.holds ? fullestWords(proof, rules, { context, locale }) : '')),
    holders: onceAPost(shownBy(proof))
      .filter((card) => !posts.has(card.post))
      .map((card) => holderOf(card, snapshot)),
    exceptions: proof.exceptions.map((one) =>
      inBoth((locale) => namedException(one, { context, rules: input.rules, locale })),
    ),
    assumptions: proof.assumptions.map((one) => inBoth((locale) => assumptionWords(one, context, locale))),
  };
}
