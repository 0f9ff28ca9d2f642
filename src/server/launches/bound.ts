import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import {
  type KnownRule,
  type LaunchContent,
  type LaunchRefs,
  type LaunchView,
  resolveLaunch,
  type WholeLaunch,
  wholeLaunch,
} from '@/core/launch';
import type { PostPart } from '@/core/launch/view';
import type { FeedId, PostId, RuleId } from '@/core/model';
import { hashOf } from '../posts/bound';
import { text } from '../posts/content';
import { rows } from '../posts/references';
import { ruleOf } from '../scheduler/rules';
import { launchOf } from './content';

/** A script by itself, without its posts, computed from the database as it is now. */
export interface BoundLaunch {
  content: LaunchContent;
  view: LaunchView;
  /** Of the view: what its exceptions are bound to. */
  frameHash: string;
  row: Record<string, unknown>;
}

export function bindLaunch(row: Record<string, unknown>, refs: LaunchRefs): BoundLaunch {
  const content = launchOf(row);
  const view = resolveLaunch(content, refs);
  return { content, view, frameHash: hashOf(view), row };
}

/** What an approval of a script with these posts is bound to, with its hash. */
export function bindWhole(
  { frameHash }: Pick<BoundLaunch, 'frameHash'>,
  posts: readonly PostPart[],
): { whole: WholeLaunch; hash: string } {
  const whole = wholeLaunch(frameHash, posts);
  return { whole, hash: hashOf(whole) };
}

/** The hash of a whole script by what is stored of its posts: for whoever reads the script, not for deciding on it. */
export async function storedHash(req: PayloadRequest, bound: BoundLaunch): Promise<string> {
  const where = { launchScript: { equals: bound.content.id } };
  const found = await rows(req.payload, slugs.posts, where, req, { contentHash: true, status: true });
  const posts = found.map(
    ({ id, contentHash, status }): PostPart => ({
      post: String(id) as PostId,
      hash: text(contentHash),
      waits: status === 'in-review',
    }),
  );
  return bindWhole(bound, posts).hash;
}

const named = (row: Record<string, unknown>): { id: string; name: string } => ({
  id: String(row.id),
  name: text(row.name),
});

/**
 * What these scripts point at. All rules and feeds, of which there are tens: exceptions without feeds are
 * about every one of them. One query after the other: a MongoDB transaction takes one at a time.
 */
export async function loadLaunchRefs(
  payload: Payload,
  scripts: readonly LaunchContent[],
  req?: Partial<PayloadRequest>,
): Promise<LaunchRefs> {
  const byIds = async (collection: string, of: (script: LaunchContent) => string | null) => {
    const ids = [...new Set(scripts.flatMap((script) => of(script) ?? []))];
    const found =
      ids.length === 0 ? [] : await rows(payload, collection, { id: { in: ids } }, req, { name: true });
    return new Map(found.map((row) => [String(row.id), named(row)]));
  };
  const rules = await rows(payload, slugs.capRules, undefined, req);
  const feeds = await rows(payload, slugs.feeds, undefined, req, { name: true });
  return {
    rules: new Map(
      rules.map((row): [RuleId, KnownRule] => {
        const rule = ruleOf(row);
        return [rule.id, { ...rule, enabled: row.enabled !== false }];
      }),
    ),
    feeds: new Map(
      feeds.map((row) => [String(row.id) as FeedId, { ...named(row), id: String(row.id) as FeedId }]),
    ),
    products: await byIds(slugs.products, ({ product }) => product),
    offers: await byIds(slugs.offers, ({ offer }) => offer),
  };
}
