import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import type { References } from '@/core/approval/content';
import { compareIds } from '@/core/ids';
import type { LaunchContent, LaunchRefs, ScriptState, WholeLaunch } from '@/core/launch';
import type { PostPart } from '@/core/launch/view';
import type { PostStatus } from '@/core/model';
import { type ApprovalRecord, newestDecisions } from '../approvals/records';
import { postsOut } from '../log/read';
import { type BoundPost, bind } from '../posts/bound';
import { contentOf } from '../posts/content';
import { loadReferences, rows } from '../posts/references';
import { loadSettings, type RuleSettings } from '../settings/load';
import { type BoundLaunch, bindLaunch, bindWhole, loadLaunchRefs } from './bound';
import { launchOf } from './content';

/** A post of a script, bound anew, with the newest decision on it. */
export interface LaunchPost {
  bound: BoundPost;
  decision: ApprovalRecord | null;
  /** The decision is an approval of exactly what it is now. */
  isApproved: boolean;
  /** At least one of its cards is released. */
  isOut: boolean;
}

/** A script with all of its posts as the database has them now; its hash covers all. */
export interface Whole {
  frame: BoundLaunch;
  refs: LaunchRefs;
  /** In the order of their times. */
  posts: LaunchPost[];
  postRefs: References;
  settings: RuleSettings;
  view: WholeLaunch;
  hash: string;
}

const open: ReadonlySet<PostStatus> = new Set(['draft', 'changes-requested']);

/** May still be submitted. */
export const isDraft = ({ bound }: LaunchPost): boolean => open.has(bound.content.status);
export const isWaiting = ({ bound }: LaunchPost): boolean => bound.content.status === 'in-review';

export const partOf = (post: LaunchPost): PostPart => ({
  post: post.bound.content.id,
  hash: post.bound.hash,
  waits: isWaiting(post),
});

export const stateOf = (
  { status }: Pick<LaunchContent, 'status'>,
  posts: readonly LaunchPost[],
): ScriptState => ({
  status,
  drafts: posts.filter(isDraft).length,
  waiting: posts.filter(isWaiting).length,
});

const inTime = (a: LaunchPost, b: LaunchPost): number => {
  const [left, right] = [a.bound.content, b.bound.content];
  const difference =
    (left.scheduledAt ?? Number.POSITIVE_INFINITY) - (right.scheduledAt ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(difference) || difference === 0 ? compareIds(left.id, right.id) : difference;
};

export async function loadWhole(
  payload: Payload,
  row: Record<string, unknown>,
  req?: PayloadRequest,
): Promise<Whole> {
  const refs = await loadLaunchRefs(payload, [launchOf(row)], req);
  const frame = bindLaunch(row, refs);
  const found = await rows(payload, slugs.posts, { launchScript: { equals: row.id } }, req);
  const ids = found.map(({ id }) => String(id));
  const postRefs = await loadReferences(payload, found.map(contentOf), req);
  const settings = await loadSettings(payload, req);
  const newest = await newestDecisions(payload, ids, req);
  const out = await postsOut(payload, ids, req);
  const posts = found
    .map((post): LaunchPost => {
      const decision = newest.get(String(post.id)) ?? null;
      const isDecided = decision?.decision === 'approved';
      const bound = bind(post, postRefs, isDecided ? { approvalCovers: decision.covers } : settings);
      return {
        bound,
        decision,
        isApproved: isDecided && decision.contentHash === bound.hash,
        isOut: out.has(bound.content.id),
      };
    })
    .sort(inTime);
  const parts = posts.map(partOf);
  const { whole, hash } = bindWhole(frame, parts);
  return { frame, refs, posts, postRefs, settings, view: whole, hash };
}
