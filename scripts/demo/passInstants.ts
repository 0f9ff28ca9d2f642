import type { Instant } from '../../src/core/model';
import type { DemoPost } from './calendar';

/** The instants at which the scheduler ran, up to now: whenever something was due, but for what it missed. */
export const passInstants = (posts: readonly DemoPost[], now: Instant): Instant[] =>
  [
    ...new Set([
      ...posts
        .filter((post) => post.fate === 'approved' && !post.missed && post.scheduledAt <= now)
        .map((post) => post.scheduledAt),
      now,
    ]),
  ].sort((a, b) => a - b);
