/** A run of text that both sides have, or only the old or the new one. */
export interface Run {
  in: 'both' | 'before' | 'after';
  text: string;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const pieces = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Beyond this many comparisons a text is shown as replaced altogether. */
const mostCells = 4_000_000;

/** The least change from one text to the other, word by word: the longest common run of words stays. */
export function diffWords(before: string, after: string): Run[] {
  const [a, b] = [pieces(before), pieces(after)];
  if (a.length * b.length > mostCells) {
    return join([
      { in: 'before', text: before },
      { in: 'after', text: after },
    ]);
  }
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ in: 'both', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ in: 'before', text: a[i] ?? '' });
      i += 1;
    } else {
      runs.push({ in: 'after', text: b[j] ?? '' });
      j += 1;
    }
  }
  return join(runs);
}

/** Neighbours of one side become one run. */
const join = (runs: readonly Run[]): Run[] =>
  runs.reduce<Run[]>((joined, run) => {
    const last = joined.at(-1);
    if (run.text === '') return joined;
    if (last?.in === run.in) last.text += run.text;
    else joined.push({ ...run });
    return joined;
  }, []);
