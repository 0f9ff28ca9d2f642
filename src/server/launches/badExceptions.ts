import type { PayloadRequest } from 'payload';
import { exceptionProblems } from '@/core/launch';
import { exceptionPlace, exceptionSentence } from '@/core/words/launchReasons';
import { localeFor } from '../auth/language';
import { loadLaunchRefs } from './bound';
import { launchOf } from './content';

/** Why the exceptions of a script cannot be as written, each at its field, in the reader's language. */
export async function badExceptions(
  req: PayloadRequest,
  row: Record<string, unknown>,
): Promise<{ path: string; label: string; message: string }[]> {
  const content = launchOf({ id: 'new', ...row });
  if (content.phases.every(({ exceptions }) => exceptions.length === 0)) return [];
  const locale = localeFor(req);
  const refs = await loadLaunchRefs(req.payload, [content], req);
  return exceptionProblems(content, refs).map(({ phase, exception, field, reason }) => ({
    path: `phases.${phase}.exceptions.${exception}.${field}`,
    label: exceptionPlace(phase, exception, locale),
    message: exceptionSentence(reason, locale),
  }));
}
