import type { CardState } from '@/core/approval/cardState';
import { isOpen } from '@/core/approval/cardState';
import type { Locale, PostStatus } from '@/core/model';
import type { ScriptMove } from './move';
import type { LaunchPost, Whole } from './whole';

/** Decided on and not over: what can be taken back. */
const alive: ReadonlySet<PostStatus> = new Set(['in-review', 'approved', 'deferred', 'held', 'released']);

interface Ending {
  /** Of a post of which nothing is out. */
  status: 'draft' | 'archived';
  comment?: string | null | undefined;
  words: Record<Locale, string> | null;
}

/** Whoever was to post it sees on their day that it is cancelled: so it keeps where it was planned. */
const taken = (post: LaunchPost, { status, comment, words }: Ending): ScriptMove['posts'][number] => {
  const states = (post.bound.row.cardStates ?? []) as CardState[];
  const waiting = states.map((card) =>
    isOpen(card)
      ? { ...card, state: 'withdrawn', ...(words ? { reason: words } : { plannedAt: null }) }
      : card,
  );
  const keepsStates = post.isOut || words !== null;
  return {
    post,
    step: {
      decision: 'withdrawn',
      status: post.isOut ? 'released' : status,
      comment,
      more: { cardStates: keepsStates ? waiting : [], ...(words ? { statusWords: words } : {}) },
    },
  };
};

/** Every post of a script of which something could still go out, or be decided, taken back. What is out stays. */
export const takenBack = ({ posts }: Whole, ending: Ending): ScriptMove['posts'] =>
  posts
    .filter(({ bound }) => alive.has(bound.content.status) || ending.status === 'archived')
    .filter(({ bound }) => bound.content.status !== 'recalled' && bound.content.status !== 'archived')
    .map((post) => taken(post, ending));
