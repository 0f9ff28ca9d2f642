import { problemsOf } from '@/core/approval/problems';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { problemSentence } from '@/core/words/problem';
import type { Draft } from './versions';

interface Question {
  draft: Draft;
  now: number;
  graceMinutes: number;
  locale: Locale;
  words: AdminWords;
}

/** What still stands in the way of submitting, as sentences, while one writes. The server decides again. */
export function missingOf({ draft, now, graceMinutes, locale, words }: Question): string[] {
  const { content, refs } = draft;
  const [feed] = content.feeds;
  const { product, offer } = content;
  const read = (!product || refs.products.has(product)) && (!offer || refs.offers.has(offer));
  const empty = !content.body.trim() && content.images.length === 0 && !content.video && !content.link;
  const problems = problemsOf({ post: content, refs, now, graceMinutes })
    // What the browser has not read yet is not gone; without text the channel says nothing new.
    .filter(
      ({ code }) => code !== 'media-gone' && (code !== 'placeholder' || read) && code !== 'channel-empty',
    );
  const sentences = problems.map((problem) =>
    problemSentence(problem, refs, { locale, ...(feed ? { feed } : {}) }),
  );
  return [
    ...(content.title.trim() ? [] : [words.act.noTitle]),
    ...(content.kind ? [] : [words.act.noKind]),
    ...(empty ? [words.act.noContent] : []),
    ...new Set(sentences),
  ];
}
