import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import {
  type KnownRule,
  type LaunchContent,
  type LaunchRefs,
  type LaunchView,
  resolveLaunch,
} from '@/core/launch';
import type { FeedId, RuleId } from '@/core/model';
import { hashOf } from '../posts/bound';
import { text } from '../posts/content';
import { rows } from '../posts/references';
import { ruleOf } from '../scheduler/rules';
import { launchOf } from './content';

/** A script with what an approval of it is bound to, computed from the database as it is now. */
export interface BoundLaunch {
  content: LaunchContent;
  view: LaunchView;
  hash: string;
  row: Record<string, unknown>;
}

export function bindLaunch(row: Record<string, unknown>, refs: LaunchRefs): BoundLaunch {
  const content = launchOf(row);
  const view = resolveLaunch(content, refs);
  return { content, view, hash: hashOf(view), row };
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
  const rules = await rows(payload, slugs.capRules, undefined, req);
  const feeds = await rows(payload, slugs.feeds, undefined, req, { name: true });
  const ids = [...new Set(scripts.flatMap(({ product }) => product ?? []))];
  const products =
    ids.length === 0 ? [] : await rows(payload, slugs.products, { id: { in: ids } }, req, { name: true });
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
    products: new Map(products.map((row) => [String(row.id), named(row)])),
  };
}
