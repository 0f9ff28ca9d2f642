import type { InShort } from '@/core/launch';
import type { Locale } from '@/core/model';
import { inShortWords } from '@/core/words/launchReasons';
import { StatusMark } from './StatusMark';

/** Where a launch script stands, in the same words everywhere. */
export const ScriptMark = ({ short, locale }: { short: InShort; locale: Locale }) => (
  <StatusMark
    status={short.code === 'approved-changed' ? 'in-review' : short.code}
    label={inShortWords(short, locale)}
  />
);
