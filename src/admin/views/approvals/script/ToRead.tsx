'use client';
import type { FoldingCount } from '@/core/launch/folding';
import type { LaunchReviewWords } from '@/core/words/launchReview';
import { useHydrated } from '../../../parts/useHydrated';

export const stepId = (post: string): string => `md-step-${post}`;

/** Below this a step is not read yet: what sticks to the top lies above it. */
const headPx = 140;

/** Goes to a step and puts the reader's place there, for the keyboard too. */
export function goToStep(post: string): void {
  const step = document.getElementById(stepId(post));
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  step?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  step?.focus({ preventScroll: true });
}

/** The first of these below the reader's place; after the last one the first again. */
function nextOf(posts: readonly string[]): string | undefined {
  const at = posts.indexOf(document.activeElement?.closest('[data-step]')?.getAttribute('data-step') ?? '');
  if (at >= 0) return posts[at + 1] ?? posts[0];
  const below = posts.find(
    (post) => (document.getElementById(stepId(post))?.getBoundingClientRect().top ?? 0) > headPx,
  );
  return below ?? posts[0];
}

interface Given {
  count: FoldingCount;
  posts: readonly string[];
  words: LaunchReviewWords;
}

/** What is folded and what is to be read, in words; it stays in sight and goes from one to the next. */
export const ToRead = ({ count, posts, words }: Given) => {
  const hydrated = useHydrated();
  const go = () => {
    const post = nextOf(posts);
    if (post) goToStep(post);
  };
  return (
    <div className="md-to-read">
      <p>{words.counted(count)}</p>
      {posts.length > 0 ? (
        <button type="button" className="md-button" disabled={!hydrated} onClick={go}>
          {words.next}
          <span aria-hidden="true">↓</span>
        </button>
      ) : null}
    </div>
  );
};
