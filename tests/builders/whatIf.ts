import fc from 'fast-check';
import type { Payload } from 'payload';
import { vi } from 'vitest';
import { completeOpenFences } from '@/server/fences/complete';
import type { Change } from '@/server/plan/question';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';
import { approvedPost, contextFor, type Made, make } from './team';
import type { WrittenMonth } from './writtenMonth';

const minute = 60_000;
const hour = 60 * minute;

/** What an editor could try; `pick` says on which post or rule, `n` how far. */
export const anyWhatIf = fc.record({
  what: fc.constantFrom(
    'move',
    'priority',
    'onConflict',
    'onLate',
    'dayBound',
    'expires',
    'audience',
    'feeds',
    'add',
    'rule',
    'rule-off',
    'rule-new',
  ),
  pick: fc.nat(1000),
  n: fc.nat(1000),
});

export type AnyWhatIf = typeof anyWhatIf extends fc.Arbitrary<infer T> ? T : never;

/** A change with the ids of the database: of which document it is (null: of none yet) and its new values. */
export interface WhatIf {
  code: 'post' | 'rule';
  id: Made['id'] | null;
  values: Record<string, unknown>;
}

export interface Given {
  month: WrittenMonth;
  /** Approved, and nothing of them is out. */
  posts: readonly Made[];
  rules: readonly Made[];
  now: number;
}

const iso = (at: number): string => new Date(at).toISOString();
const nth = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Null where there is nothing to change. */
export function whatIfOf(
  { what, pick, n }: AnyWhatIf,
  { month: { feeds, segments }, posts, rules, now }: Given,
): WhatIf | null {
  const hours = ((n % 9) - 4) * (n % 2 ? 1 : 24);
  switch (what) {
    case 'add': {
      const values = {
        title: '加一条',
        kind: 'sales',
        body: '早',
        feeds: [feeds.get('home'), feeds.get('abroad')],
        scheduledAt: iso(Math.max(now + minute, Date.parse('2035-11-11T20:30:00+08:00')) + (n % 5) * hour),
        priority: n % 2 ? 9 : 0,
        audience: { visibility: 'everyone', segments: [] },
      };
      return { code: 'post', id: null, values };
    }
    case 'rule-new': {
      const window = { unit: 'rolling-hours', hours: 20 + (n % 60) };
      const values = { name: '再一条', kinds: ['sales'], counts: 'all', scope: 'customer', limit: 2, window };
      return { code: 'rule', id: null, values: { ...values, minGapMinutes: 20 } };
    }
    case 'rule':
    case 'rule-off': {
      if (rules.length === 0) return null;
      const rule = nth(rules, pick);
      const tighter = rule.limit === null ? { minGapMinutes: 90 } : { limit: 2 + (n % 4) };
      return { code: 'rule', id: rule.id, values: what === 'rule' ? tighter : { enabled: false } };
    }
    default: {
      if (posts.length === 0) return null;
      const post = nth(posts, pick);
      const at = Date.parse(String(post.scheduledAt));
      const values = {
        move: { scheduledAt: iso(Math.max(now + minute, at + hours * hour)) },
        priority: { priority: nth([9, 5, 0, -5], n) },
        onConflict: { onConflict: nth(['skip', 'hold', 'defer'], n) },
        onLate: { onLate: nth(['skip', 'hold'], n) },
        dayBound: { dayBound: post.dayBound !== true },
        expires: { expiresAt: nth([iso(at + 2 * hour), iso(at + 30 * hour), null], n) },
        audience: { variants: [], audience: { visibility: 'only', segments: [segments.get('fresh')] } },
        feeds: { feeds: [feeds.get(nth(['home', 'abroad', 'island'] as const, n))] },
      }[what];
      return { code: 'post', id: post.id, values };
    }
  }
}

/** As the endpoint asks: with ids as text. */
export const asChange = ({ code, id, values }: WhatIf): Change => {
  const texts = JSON.parse(JSON.stringify(values), (_, value) =>
    Array.isArray(value) ? value.map((one) => (typeof one === 'number' ? String(one) : one)) : value,
  );
  const of = id === null ? null : String(id);
  return code === 'post' ? { code, post: of, values: texts } : { code, rule: of, values: texts };
};

export interface Done {
  /** What a new post is called by the database; null where none was added. */
  added: string | null;
  /** An approval lapsed by the change and was given again. */
  lapsed: boolean;
}

/** Makes the change through the doors that people use, and approves again what is no longer approved. */
export async function really(
  payload: Payload,
  { code, id, values }: WhatIf,
  { team, now }: { team: WrittenMonth['team']; now: number },
): Promise<Done> {
  // What a change leaves behind is planned by the machine's clock: the test's is that of the month.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
  try {
    if (code === 'rule') {
      if (id === null) await make(payload, 'cap-rules', values);
      else await payload.update({ collection: 'cap-rules', id, data: values, depth: 0 });
      return { added: null, lapsed: false };
    }
    if (id === null) {
      const { id: added } = await approvedPost(payload, team, values, now);
      return { added: String(added), lapsed: false };
    }
    const { req } = await contextFor(payload, team.editor, now);
    const asEditor = { overrideAccess: false, user: req.user, req, depth: 0 };
    const { status } = await payload.update({ collection: 'posts', id, data: values as never, ...asEditor });
    await completeOpenFences(payload);
    if (status !== 'draft') return { added: null, lapsed: false };
    const submitted = await submit(await contextFor(payload, team.editor, now), { id: String(id) });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const contentHash = String(submitted.value.contentHash);
    const approved = await approve(await contextFor(payload, team.manager, now), {
      id: String(id),
      contentHash,
    });
    if (!approved.ok) throw new Error(JSON.stringify(approved));
    return { added: null, lapsed: true };
  } finally {
    clock.mockRestore();
  }
}
