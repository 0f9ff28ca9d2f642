import type { CapException } from '@/core/caps';
import type { LaunchContent, LaunchRefs } from '@/core/launch';
import type { Locale } from '@/core/model';
import { exceptionWords } from '@/core/words/launch';

/** An exception in both languages, in the time of its script. */
export function exceptionSentences(
  exception: CapException,
  { timezone }: LaunchContent,
  refs: LaunchRefs,
): Record<Locale, string> {
  const rule = (exception.rule && refs.rules.get(exception.rule)) || null;
  const context = { zone: timezone, segments: new Map(), feeds: refs.feeds };
  return {
    zh: exceptionWords(exception, rule, context, 'zh'),
    en: exceptionWords(exception, rule, context, 'en'),
  };
}
