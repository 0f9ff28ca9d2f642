'use client';
import { useId } from 'react';
import { partsOf } from '@/core/comments/mentions';
import {
  calledOff,
  type ThreadComment,
  type ThreadDecision,
  type ThreadEntry,
  threadOf,
} from '@/core/comments/thread';
import { commentWords } from '@/core/words/comments';
import type { Thread } from '@/server/comments/thread';
import { useWords } from '../parts/useWords';
import { When } from '../parts/When';
import { CommentBox } from './CommentBox';
import { type Subject, useThread } from './useThread';

interface ThreadProps {
  subject: Subject;
  /** Of a launch script: what is said about this step alone, without the decisions on the whole. */
  step?: string;
  /** As the page has it already; null: it is read when it is shown. */
  initial: Thread | null;
  /** Another one: it is read anew. */
  version?: string;
  /** Of a launch script: when it was called off. */
  cancelledAt?: number | null;
  /** In which times are said. */
  zone: string;
  now: number;
}

const shownAtOnce = 8;

const entriesIn = (
  { comments, decisions }: Thread,
  { step, cancelledAt = null }: Pick<ThreadProps, 'step' | 'cancelledAt'>,
): ThreadEntry[] => {
  const said = comments
    .filter((one) => step === undefined || one.step === step)
    .map((one): ThreadComment => ({ ...one, kind: 'comment', at: Date.parse(one.at) }));
  const decided =
    step === undefined
      ? decisions.map((one): ThreadDecision => ({ ...one, kind: 'decision', at: Date.parse(one.at) }))
      : [];
  return threadOf(calledOff(decided, cancelledAt), said);
};

interface EntryProps extends Pick<ThreadProps, 'zone' | 'now'> {
  entry: ThreadEntry;
  /** The whole thread says of which step a comment is. */
  names: boolean;
}

const Entry = ({ entry, names, zone, now }: EntryProps) => {
  const { words, locale } = useWords();
  const own = commentWords[locale];
  const when = (
    <span className="md-quiet md-small">
      <When {...{ at: entry.at, now, zone, locale }} />
    </span>
  );
  if (entry.kind === 'decision') {
    const { by, byName, decision, comment } = entry;
    return (
      <li className={`md-said md-said-${decision}`}>
        <span>
          <strong>{byName ?? (by === null ? words.queue.system : words.queue.unknownPerson)}</strong>{' '}
          {words.queue.decisions[decision]}
        </span>
        {when}
        {comment ? <q>{comment}</q> : null}
      </li>
    );
  }
  return (
    <li className="md-said md-said-comment">
      <span>
        <strong>{entry.byName || words.queue.unknownPerson}</strong>
        {names && entry.step ? <span className="md-quiet"> · {own.step(entry.step)}</span> : null}
      </span>
      {when}
      <p className="md-pre">
        {partsOf(entry.text, entry.mentions).map((part, n) =>
          'text' in part ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text in their order
            <strong key={n} className="md-mention">
              @{part.mention.name}
            </strong>
          ),
        )}
      </p>
    </li>
  );
};

/** Decisions and comments in the order in which they came, and a box to say something. */
export const ThreadSection = ({
  subject,
  step,
  initial,
  version = '',
  cancelledAt,
  zone,
  now,
}: ThreadProps) => {
  const { locale } = useWords();
  const words = commentWords[locale];
  const { thread, failed, send } = useThread(subject, initial, version);
  const id = useId();
  const entries = thread ? entriesIn(thread, { step, cancelledAt }) : [];
  const line = (entry: ThreadEntry) => (
    <Entry
      key={entry.kind === 'decision' ? `decision-${entry.n}` : entry.id}
      names={step === undefined}
      {...{ entry, zone, now }}
    />
  );
  const early = entries.slice(0, -shownAtOnce);
  return (
    <section className="md-thread" aria-labelledby={id}>
      <h3 id={id}>{step === undefined ? words.title : words.stepTitle}</h3>
      {failed ? (
        <p className="md-note md-note-warn" role="status">
          {words.failed}
        </p>
      ) : null}
      {thread && entries.length === 0 ? <p className="md-quiet md-small">{words.none}</p> : null}
      {early.length > 0 ? (
        <details>
          <summary>{words.earlier(early.length)}</summary>
          <ol className="md-history">{early.map(line)}</ol>
        </details>
      ) : null}
      <ol className="md-history">{entries.slice(-shownAtOnce).map(line)}</ol>
      {thread ? (
        <CommentBox
          people={thread.people}
          send={(comment) => send({ ...comment, ...(step === undefined ? {} : { step }) })}
        />
      ) : null}
    </section>
  );
};
