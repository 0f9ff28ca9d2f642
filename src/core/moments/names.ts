import type { LocalDate } from '../model';

/** Characters that steer a terminal, a path, a header or the direction of a text. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|%]/gu;
/** As browsers write line ends in the name of an uploaded file. */
const escapedControl = /%(?:0[0-9a-f]|1[0-9a-f]|7f)/gi;
const maxName = 80;

/**
 * The name that a person gave a file, fit to be shown and to be offered when saving; never used as a path.
 * Control, direction and path signs go, runs of blanks and leading dots too, and it is cut to 80 characters
 * with its ending kept. Empty when nothing is left.
 */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(escapedControl, '')
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = Array.from(clean);
  if (letters.length <= maxName) return clean;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return (
    letters
      .slice(0, maxName - ending.length)
      .join('')
      .trimEnd() + ending
  );
}

/** The same name with another ending, because a re-encoded picture is a JPEG whatever it was. */
export const withEnding = (name: string, ext: string): string =>
  `${cleanName(name).replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'file'}.${ext}`;

/**
 * File names that sort in posting order on every phone and desktop, e.g. `20261122-2000-1.jpg`: the day and
 * wall time of the card, then the place in the post. Places get a leading zero from ten files on.
 */
export function postingNames(
  files: readonly { ext: string }[],
  card: { localDate: LocalDate; wallTime: string },
): string[] {
  const prefix = `${card.localDate.replaceAll('-', '')}-${card.wallTime.replace(':', '')}`;
  const digits = String(files.length).length;
  return files.map(({ ext }, index) => `${prefix}-${String(index + 1).padStart(digits, '0')}.${ext}`);
}
