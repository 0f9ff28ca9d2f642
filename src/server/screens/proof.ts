import { appliesTo, prove } from '@/core/caps';
import { type Decision, entriesOf, plan } from '@/core/plan';
import { dayBounds, localDateOf } from '@/core/time';
import { assumptionWords, proofWords } from '@/core/words/caps';
import { explain } from '@/core/words/plan';
import type { Context } from '../context';
import { subjectFor } from '../posts/load';
import { logsOf } from '../posts/settleChange';
import { withPost } from '../scheduler/assume';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';

/** What the caps say about the days on which a post would go out, in the reader's language. */
export interface ProofInWords {
  holds: boolean;
  sentence: string;
  /** What it takes for granted. */
  assumptions: string[];
}

function proofIn(snapshot: Snapshot, own: readonly Decision[], ctx: Context): ProofInWords[] {
  const going = own.filter(({ outcome }) => outcome === 'release' || outcome === 'defer');
  if (going.length === 0) return [];
  const { zone } = snapshot.input;
  const keys = new Set(going.map(({ card }) => card));
  const cards = snapshot.input.cards.filter(({ key }) => keys.has(key));
  const rules = snapshot.input.rules.filter((rule) => cards.some((card) => appliesTo(rule, card)));
  if (rules.length === 0) return [];
  const times = going.map(({ at }) => at);
  const [from] = dayBounds(localDateOf(Math.min(...times), zone), zone);
  const [, to] = dayBounds(localDateOf(Math.max(...times), zone), zone);
  const entries = entriesOf(snapshot.input, plan({ ...snapshot.input, now: ctx.now }));
  const proof = prove({ ...snapshot.input, rules, from, to, entries });
  const context = { ...snapshot.refs, zone };
  const unsupported = explain(proof.unsupported, context, ctx.locale);
  return [
    {
      holds: proof.holds,
      sentence: [proofWords(proof, rules, context, ctx.locale), unsupported].filter(Boolean).join(' '),
      assumptions: proof.assumptions.map((one) => assumptionWords(one, context, ctx.locale)),
    },
  ];
}

/** For each log that the post goes to: does every cap hold for every possible customer, if it is approved now? */
export async function proofFor(ctx: Context, id: string): Promise<ProofInWords[]> {
  const found = await subjectFor(ctx, ctx.req, { id, act: 'calendar.read' });
  if (!found.ok) return [];
  const subject = found.value;
  const proofs: ProofInWords[] = [];
  for (const log of logsOf(subject.refs.feeds, [subject.bound.content])) {
    const snapshot = await loadSnapshot({ payload: ctx.payload, log, now: ctx.now, req: ctx.req });
    if (!snapshot) continue;
    const assumed = withPost(snapshot, subject);
    const own = plan({ ...assumed.input, now: ctx.now }).filter(
      ({ post }) => post === subject.bound.content.id,
    );
    proofs.push(...proofIn(assumed, own, ctx));
  }
  return proofs;
}
