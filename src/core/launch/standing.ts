import type { Instant, PostId } from '../model';
import type { LaunchContent, ScriptStatus } from './content';
import type { Gap } from './gaps';
import { stepsOf } from './move';
import type { ScriptState } from './workflow';

/** A post of a script, as far as one needs it to say where its script stands. */
export interface StandingPost {
  id: PostId;
  title: string;
  scheduledAt: Instant | null;
  isOut: boolean;
  /** The reader may see it. */
  seen: boolean;
}

/** Where a script stands, counted by its steps; each is counted once. */
export interface Standing {
  ready: number;
  /** Something stops them from being submitted. */
  lacking: number;
  out: number;
  /** Of the script: they go to no feed and have no post. */
  unsent: number;
  /** What goes out next, of what the reader may see. */
  next: { title: string; at: Instant } | null;
}

/** What there is to say of a script in a word: where it stands, and of an approved one what is not approved any more. */
export type InShort =
  | { code: ScriptStatus }
  /** So many of its posts were changed after the approval, and wait for one (`waiting`) or are still to be submitted. */
  | { code: 'approved-changed'; waiting: number; drafts: number };

export const inShort = ({ status, waiting, drafts }: ScriptState): InShort =>
  status === 'approved' && waiting + drafts > 0
    ? { code: 'approved-changed', waiting, drafts }
    : { code: status };

/** Counts the posts of a script as out, lacking or ready; a step without a post is lacking only where it should have one. */
export function standingOf(
  content: Pick<LaunchContent, 'phases'>,
  { posts, gaps, now }: { posts: readonly StandingPost[]; gaps: readonly Gap[]; now: Instant },
): Standing {
  const stopped = gaps.filter(({ stop }) => stop);
  const lackingPosts = new Set(stopped.flatMap(({ post }) => post ?? []));
  const without = stepsOf(content).filter(({ key }) =>
    gaps.some(({ step, reason }) => step === key && reason.code === 'step-without-feed'),
  );
  const unmade = new Set(
    gaps.flatMap(({ stop, post, step, reason }) =>
      post === null && step !== null && (stop || reason.code === 'step-without-post') ? [step] : [],
    ),
  );
  const out = posts.filter(({ isOut }) => isOut).length;
  const lacking = posts.filter(({ id, isOut }) => !isOut && lackingPosts.has(id)).length;
  const coming = posts
    .flatMap(({ title, scheduledAt: at, isOut, seen }) =>
      !seen || isOut || at === null || at < now ? [] : [{ title, at }],
    )
    .sort((a, b) => a.at - b.at);
  return {
    ready: posts.length - out - lacking,
    lacking: lacking + unmade.size,
    out,
    unsent: without.length,
    next: coming[0] ?? null,
  };
}
