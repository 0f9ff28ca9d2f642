import { type MovedPost, movedExceptions, movedPosts } from '@/core/launch';
import type { Instant } from '@/core/model';
import { bind } from '../posts/bound';
import { bindLaunch, bindWhole } from './bound';
import { type LaunchPost, partOf, type Whole } from './whole';

type Row = Record<string, unknown>;

export interface MovedWhole {
  /** As it will be stored. */
  whole: Whole;
  moves: Map<string, MovedPost>;
  /** What of the script's row changes. */
  values: Row;
}

const iso = (at: Instant): string => new Date(at).toISOString();

/** The rows of phases with the exceptions where they go; null: there are none. */
function phasesWith(row: Row, spans: ReturnType<typeof movedExceptions>): Row[] | null {
  if (spans.size === 0) return null;
  return (row.phases as Row[]).map((phase) => ({
    ...phase,
    exceptions: ((phase.exceptions ?? []) as Row[]).map((exception) => {
      const span = spans.get(String(exception.id));
      return span ? { ...exception, from: iso(span.from), to: iso(span.to) } : exception;
    }),
  }));
}

/**
 * A script as it would be with its launch at another instant: the one computation behind what is shown before a
 * move and what the move writes.
 */
export function movedWhole(whole: Whole, to: Instant): MovedWhole {
  const { frame, refs, posts, postRefs, settings } = whole;
  const { content, row } = frame;
  const phases = phasesWith(row, movedExceptions(content, to));
  // With rows of other tables SQLite's adapter inserts the whole row or updates it: what is required goes along.
  const { name, timezone } = row;
  const values: Row = { launchAt: iso(to), ...(phases ? { name, timezone, phases } : {}) };
  const moved = bindLaunch({ ...row, ...values }, refs);
  const launch = postRefs.launches.get(content.id);
  const launches = new Map(postRefs.launches);
  if (launch) launches.set(content.id, { ...launch, launchAt: to });
  const movedRefs = { ...postRefs, launches };
  const moves = new Map(
    movedPosts(
      content,
      posts.map(({ bound, isOut }) => ({ ...bound.content, isOut })),
      to,
    ).map((move) => [String(move.post), move]),
  );
  const rebound = posts.map((post): LaunchPost => {
    const move = moves.get(post.bound.content.id);
    const { decision } = post;
    const isDecided = decision?.decision === 'approved';
    const times =
      move && move.how !== 'stays' && move.to !== null
        ? { scheduledAt: iso(move.to), expiresAt: move.expiresAt === null ? null : iso(move.expiresAt) }
        : {};
    const bound = bind(
      { ...post.bound.row, ...times },
      movedRefs,
      isDecided ? { approvalCovers: decision.covers } : settings,
    );
    // What is left of a post that is partly out never goes out: its day is no longer the launch’s.
    const isApproved = isDecided && decision.contentHash === bound.hash && !post.isOut;
    return { ...post, bound, isApproved };
  });
  const { whole: view, hash } = bindWhole(moved, rebound.map(partOf));
  return {
    whole: { ...whole, frame: moved, posts: rebound, postRefs: movedRefs, view, hash },
    moves,
    values,
  };
}
