import { pictureKeys, pictures } from './specs';
import { charactersOf } from './text';

/** The characters that the pictures write, as extractGlyphs.py reads them. */
const used = charactersOf(() => {
  for (const key of pictureKeys) pictures[key]();
});
process.stdout.write(JSON.stringify({ serif: used.serif.join(''), sans: used.sans.join('') }));
