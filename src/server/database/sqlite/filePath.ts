import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of `file:./data/x.db` (relative to the working directory) or `file:///abs/x.db`. */
export function filePathOf(url: string): string {
  if (!url.startsWith('file:'))
    throw new Error(`A SQLite address begins with file: (got ${JSON.stringify(url)}).`);
  const rest = url.slice('file:'.length);
  if (rest === '' || rest.startsWith(':memory:') || /[?#]/.test(rest))
    throw new Error(`A SQLite address is file: and a path, without options (got ${JSON.stringify(url)}).`);
  return rest.startsWith('//') ? fileURLToPath(url) : resolve(decodeURIComponent(rest));
}
