import { appliesTo, type Entry, prove, unsupportedRule, usage } from '@/core/caps';
import { entriesOf } from '@/core/plan';
import { onceAPost, type Period } from '@/core/simulate';
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

/** How full every rule's windows are in the period, and what that proves; windows that stand empty are left out. */
export function capsOf(
  planned: PlannedLog,
  { from, to }: Period,
  asker: Asker,
): { caps: SimulatedCap[]; proof: SimulatedProof | null } {
  const { input, refs, log } = planned.snapshot;
  const entries = entriesIn(planned);
  const rules = input.rules.filter((rule) => entries.some((entry) => appliesTo(rule, entry)));
  if (rules.length === 0) return { caps: [], proof: null };
  const { locale } = asker;
  const context = { ...refs, zone: input.zone };
  const feeds = feedNames(planned.snapshot, asker);
  const question = { ...input, from, to, entries };
  const caps = rules
    .filter((rule) => unsupportedRule(rule) === null)
    .flatMap((rule) =>
      usage({ ...question, rule })
        .filter(({ count }) => count > 0)
        .map(
          (used): SimulatedCap => ({
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
            words: usageWords(used, context, locale),
            posts: onceAPost(used.filledBy)
              .filter(({ feed }) => sees(asker, feed))
              .map(holderOf),
          }),
        ),
    );
  const proof = prove({ ...question, rules });
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
