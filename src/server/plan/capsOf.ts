import { appliesTo, type CapRule, type Entry, proveInSteps, type WindowUsage } from '@/core/caps';
import { entriesOf } from '@/core/plan';
import { onceAPost, type Period } from '@/core/simulate';
import type { Steps } from '@/core/steps';
import { assumptionWords, proofWords, usageWords } from '@/core/words/caps';
import { explain } from '@/core/words/plan';
import { fullestWords, namedException } from '@/core/words/simulate';
import type { Snapshot } from '../scheduler/snapshot';
import { holderOf, iso, type SimulatedCap, type SimulatedProof } from './answer';
import type { PlannedLog } from './decisionsOf';
import { type Asker, sees } from './question';

/** Names of the feeds of a log that the reader plans for. */
const feedNames = ({ refs, log }: Snapshot, asker: Asker): string[] =>
  [...refs.feeds.values()].filter((feed) => feed.log === log && sees(asker, feed.id)).map(({ name }) => name);

const entriesIn = ({ snapshot, decisions, recorded }: PlannedLog): Entry[] => {
  const placed = new Map([...recorded.placed, ...snapshot.input.placed].map((entry) => [entry.card, entry]));
  return entriesOf({ cards: snapshot.input.cards, placed: [...placed.values()] }, decisions);
};

/** A used window of a rule, as the reader may see it. */
const capIn = (
  used: WindowUsage,
  { rule, planned, asker, feeds }: { rule: CapRule; planned: PlannedLog; asker: Asker; feeds: string[] },
): SimulatedCap => {
  const { input, refs, log } = planned.snapshot;
  return {
    log,
    feeds,
    rule: rule.id,
    name: rule.name,
    kinds: rule.kinds,
    window: {
      unit: used.window.unit,
      from: iso(used.window.from),
      to: iso(used.window.to),
      timezone: used.window.zone,
    },
    count: used.count,
    limit: used.limit,
    over: used.count > used.limit,
    profile: used.profile,
    feed: used.feed,
    words: usageWords(used, { ...refs, zone: input.zone }, asker.locale),
    posts: onceAPost(used.filledBy)
      .filter(({ feed }) => sees(asker, feed))
      .map(holderOf),
  };
};

/** How full every rule's windows are in the period, and what that proves; windows that stand empty are left out. */
export function* capsOf(
  planned: PlannedLog,
  { from, to }: Period,
  asker: Asker,
): Steps<{ caps: SimulatedCap[]; proof: SimulatedProof | null }> {
  const { input, refs, log } = planned.snapshot;
  const entries = entriesIn(planned);
  const rules = input.rules.filter((rule) => entries.some((entry) => appliesTo(rule, entry)));
  if (rules.length === 0) return { caps: [], proof: null };
  const { locale } = asker;
  const context = { ...refs, zone: input.zone };
  const feeds = feedNames(planned.snapshot, asker);
  const proof = yield* proveInSteps({ ...input, from, to, entries, rules });
  const caps: SimulatedCap[] = [];
  for (const rule of rules) {
    for (const used of proof.lines) {
      if (used.rule === rule.id && used.count > 0) caps.push(capIn(used, { rule, planned, asker, feeds }));
      yield;
    }
  }
  const broken = explain(proof.unsupported, context, locale);
  return {
    caps,
    proof: {
      log,
      feeds,
      holds: proof.holds,
      sentence: [proofWords(proof, rules, context, locale), broken].filter(Boolean).join(' '),
      fullest: fullestWords(proof, rules, { context, locale }),
      assumptions: proof.assumptions.map((one) => assumptionWords(one, context, locale)),
      exceptions: proof.exceptions.map((one) => namedException(one, { context, rules, locale })),
    },
  };
}
