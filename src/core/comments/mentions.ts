import type { Role } from '../model';

/** A person as a comment names one. */
export interface Named {
  id: string;
  name: string;
}

/** A colleague who may be mentioned, with what tells people of one name apart. */
export interface Colleague extends Named {
  roles: readonly Role[];
  /** The name of their team; empty: none. */
  team: string;
}

const token = /@\[([0-9a-f]{1,24})\]/gi;

export type Part = { text: string } | { mention: Named };

/** The text of a comment in pieces for a screen (RULES.md 2). */
export function partsOf(text: string, people: readonly Named[]): Part[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    const person = known.get(match[1] ?? '');
    if (!person) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ mention: person });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The same as one line of words, for a list. */
export const plainText = (text: string, people: readonly Named[]): string =>
  partsOf(text, people)
    .map((part) => ('text' in part ? part.text : `@${part.mention.name}`))
    .join('');

/** What somebody wrote with chosen people, as it is stored. The longest name first: 王小 stands in 王小明. */
export const withMentions = (written: string, chosen: readonly Named[]): string =>
  [...chosen]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((text, { id, name }) => text.replaceAll(`@${name}`, `@[${id}]`), written);

/** Of the chosen, those whose name still stands in what is written. */
export const stillNamed = (written: string, chosen: readonly Named[]): Named[] => {
  const stored = withMentions(written, chosen);
  return chosen.filter(({ id }) => stored.includes(`@[${id}]`));
};

/** RULES.md 3. */
export const mentionedIn = (text: string, given: readonly string[]): string[] => [
  ...new Set([...given, ...[...text.matchAll(token)].flatMap(([, id]) => id ?? [])]),
];

export interface Asking {
  /** Where the `@` stands. */
  from: number;
  /** What is written behind it so far. */
  query: string;
}

/** RULES.md 6: whether the cursor stands in a name that is being written. */
export function askingAt(written: string, cursor: number): Asking | null {
  const match = /(?:^|[^\p{Script=Latin}\d_.])@([^\s@]{0,20})$/u.exec(written.slice(0, cursor));
  if (!match) return null;
  const query = match[1] ?? '';
  return { from: cursor - query.length - 1, query };
}

/** People whose name has the query; those whose name begins with it first. */
export function matching<P extends Named>(people: readonly P[], query: string): P[] {
  const wanted = query.toLowerCase();
  const place = ({ name }: Named) => name.toLowerCase().indexOf(wanted);
  return people
    .filter((person) => place(person) >= 0)
    .sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
}

/** The text with a person put where the name was being written, and where the cursor goes. */
export function withPerson(
  written: string,
  { from, query }: Asking,
  { name }: Named,
): { text: string; cursor: number } {
  const before = `${written.slice(0, from)}@${name} `;
  const after = written.slice(from + query.length + 1).replace(/^ /, '');
  return { text: before + after, cursor: before.length };
}
