import type { Locale } from '@/core/model';
import { type WhenQuestion, whenWords } from '@/core/words/when';
import { ZoneNote } from './ZoneNote';

/** An instant in words, in the feed's zone; the exact value is a hover away. */
export const When = ({
  locale,
  say = (words) => words,
  ...question
}: WhenQuestion & { locale: Locale; say?: (words: string) => string }) => (
  <time
    dateTime={new Date(question.at).toISOString()}
    title={`${new Date(question.at).toISOString()} · ${question.zone}`}
  >
    {say(whenWords(question, locale))}
    <ZoneNote zone={question.zone} at={question.at} />
  </time>
);
