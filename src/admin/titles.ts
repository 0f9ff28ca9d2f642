import { adminWords } from '@/core/words/admin';
import { operationWords } from '@/core/words/operation';
import { localeOfHeaders } from '@/server/auth/language';

/** The title of a screen of ours in the reader's language; null for Payload's own. */
export function titleOf(segments: readonly string[], headers: Headers): string | null {
  const words = adminWords[localeOfHeaders(headers)];
  if (segments.length === 0) return words.home.title;
  if (segments.length > 1) return null;
  switch (segments[0]) {
    case 'approvals':
      return words.queue.title;
    case 'decisions':
      return operationWords[localeOfHeaders(headers)].decisions.title;
    case 'progress':
      return words.progress.title;
    default:
      return null;
  }
}
