import { diffWords, type Run } from '@/core/diff/words';
import type { AdminWords } from '@/core/words/admin';

const Side = ({ runs, side, none }: { runs: readonly Run[]; side: 'before' | 'after'; none: string }) => {
  const own = runs.filter((run) => run.in === 'both' || run.in === side);
  if (own.length === 0) return <p className="md-quiet">{none}</p>;
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <p className="md-diff-text">
      {own.map((run, index) =>
        run.in === 'both' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in its order
          <span key={index}>{run.text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in its order
          <Mark key={index}>{run.text}</Mark>
        ),
      )}
    </p>
  );
};

/** Old and new side by side, with what differs marked word by word. */
export const DiffText = ({
  label,
  before,
  after,
  words,
  was = words.queue.before,
}: {
  label: string;
  before: string;
  after: string;
  words: AdminWords;
  /** What the old side is called, where it is not what was approved last. */
  was?: string | undefined;
}) => {
  const runs = diffWords(before, after);
  return (
    <div className="md-change">
      <h4>{label}</h4>
      <dl className="md-diff">
        <div>
          <dt>{was}</dt>
          <dd>
            <Side runs={runs} side="before" none={words.values.none} />
          </dd>
        </div>
        <div>
          <dt>{words.queue.after}</dt>
          <dd>
            <Side runs={runs} side="after" none={words.values.none} />
          </dd>
        </div>
      </dl>
    </div>
  );
};
