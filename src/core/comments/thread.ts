import type { Instant } from '../model';
import type { Named } from './mentions';

export interface ThreadDecision {
  kind: 'decision';
  n: number;
  decision: 'submitted' | 'approved' | 'changes-requested' | 'withdrawn' | 'lapsed' | 'cancelled';
  by: string | null;
  byName: string | null;
  comment: string | null;
  at: Instant;
}

export interface ThreadComment {
  kind: 'comment';
  id: string;
  /** Of a launch script's step; empty for the whole. */
  step: string;
  text: string;
  by: string;
  byName: string;
  mentions: Named[];
  at: Instant;
}

export type ThreadEntry = ThreadDecision | ThreadComment;

/** RULES.md 7. Both lists come in their own order, which stands where the instants are the same. */
export const threadOf = (
  decisions: readonly ThreadDecision[],
  comments: readonly ThreadComment[],
): ThreadEntry[] => [...decisions, ...comments].sort((a, b) => a.at - b.at);

/** RULES.md 9. `at`: when the launch was called off; null: it was not. */
export const calledOff = (decisions: readonly ThreadDecision[], at: Instant | null): ThreadDecision[] =>
  decisions.map((one) =>
    one.decision === 'withdrawn' && one.at === at ? { ...one, decision: 'cancelled' } : one,
  );

export interface Said {
  subject: string;
  at: Instant;
}

/** RULES.md 8: of the mentions of one person, those without an answer; the newest of a subject stands for it. */
export function unanswered<T extends Said>(mentions: readonly T[], answers: readonly Said[]): T[] {
  const lastSaid = new Map<string, Instant>();
  for (const { subject, at } of answers)
    lastSaid.set(subject, Math.max(at, lastSaid.get(subject) ?? Number.NEGATIVE_INFINITY));
  const open = new Map<string, T>();
  for (const mention of [...mentions].sort((a, b) => a.at - b.at)) {
    const said = lastSaid.get(mention.subject);
    if (said === undefined || said < mention.at) open.set(mention.subject, mention);
  }
  return [...open.values()].sort((a, b) => b.at - a.at);
}
