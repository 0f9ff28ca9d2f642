/** What a reader has done on the page of a script, kept while it is open and over a reload. */
export interface Judging {
  /** Of the whole, as it was shown. */
  hash: string;
  /** Of each post, as it was shown. */
  shown: Readonly<Record<string, string>>;
  /** Posts that are not as they were shown before. */
  fresh: readonly string[];
  opened: readonly string[];
  /** What is to change, by post; a text may still be empty. */
  asks: Readonly<Record<string, string>>;
  /** On the whole. */
  comment: string;
}

/** The script as the server shows it. */
export interface ShownScript {
  contentHash: string;
  posts: readonly { post: string; contentHash: string; waits: boolean }[];
}

const hashesOf = ({ posts }: ShownScript): Record<string, string> =>
  Object.fromEntries(posts.map(({ post, contentHash }) => [post, contentHash]));

export const judgingOf = (script: ShownScript): Judging => ({
  hash: script.contentHash,
  shown: hashesOf(script),
  fresh: [],
  opened: [],
  asks: {},
  comment: '',
});

/**
 * What the reader did, on the script as it is now: what was opened and written stays, posts that are not as they were
 * shown become fresh, and comments on what no longer waits go.
 */
export function carriedOver(before: Judging, script: ShownScript): Judging {
  if (before.hash === script.contentHash) return before;
  const present = new Map(script.posts.map((post) => [post.post, post]));
  const waiting = (post: string): boolean => present.get(post)?.waits === true;
  const isFresh = ({ post, contentHash }: ShownScript['posts'][number]): boolean =>
    before.shown[post] !== contentHash || before.fresh.includes(post);
  return {
    ...before,
    hash: script.contentHash,
    shown: hashesOf(script),
    fresh: script.posts.filter(isFresh).map(({ post }) => post),
    opened: before.opened.filter((post) => present.has(post)),
    asks: Object.fromEntries(Object.entries(before.asks).filter(([post]) => waiting(post))),
  };
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** What was kept as text; null where it is nothing that this page wrote. */
export function judgingIn(kept: string): Judging | null {
  try {
    const { hash, shown, fresh, opened, asks, comment } = JSON.parse(kept) as Record<string, unknown>;
    const sound =
      typeof hash === 'string' &&
      typeof comment === 'string' &&
      isTexts(shown) &&
      isTexts(asks) &&
      isNames(fresh) &&
      isNames(opened);
    return sound ? { hash, shown, fresh, opened, asks, comment } : null;
  } catch {
    return null;
  }
}
