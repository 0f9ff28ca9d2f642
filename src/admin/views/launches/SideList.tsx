'use client';
import { Link } from '@payloadcms/ui';
import type { ReactNode } from 'react';
import { adminWords } from '@/core/words/admin';
import { launchPageWords } from '@/core/words/launchPages';
import type { LaunchScreen } from '@/server/screens/launch';
import { ThreadSection } from '../../comments/ThreadSection';
import { ProofList } from '../../parts/ProofList';
import { useWords } from '../../parts/useWords';

type Gap = LaunchScreen['gaps'][number];

interface SideListProps {
  launch: LaunchScreen;
  selected: string | null;
  onSelect: (id: string) => void;
}

const GapLine = ({ gap, launch, selected, onSelect }: SideListProps & { gap: Gap }) => {
  const id = gap.post ?? gap.step;
  const isThere = id !== null && launch.steps.some((step) => step.id === id);
  if (!isThere || id === null) return <li>{gap.say}</li>;
  return (
    <li>
      <button type="button" aria-pressed={id === selected} onClick={() => onSelect(id)}>
        {gap.say}
      </button>
    </li>
  );
};

const Folded = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="md-launch-folded">
    <summary>{title}</summary>
    {children}
  </details>
);

/** Beside the timeline: what is missing, each a way to its step, then the caps and what was decided. */
export const SideList = (props: SideListProps) => {
  const { launch } = props;
  const { locale } = useWords();
  const words = launchPageWords[locale].side;
  const { gaps, unsent, problems, proofs, exceptions, decisions, now, timezone: zone, status } = launch;
  const mayRelax = launch.mayEdit && status !== 'cancelled';
  const stops = gaps.filter(({ stop }) => stop);
  const notes = gaps.filter(({ stop, code }) => !stop && code !== 'step-without-feed');
  const lines = (list: readonly Gap[]) => (
    <ul className="md-gaps">
      {list.map((gap) => (
        <GapLine key={`${gap.post} ${gap.step} ${gap.say}`} gap={gap} {...props} />
      ))}
    </ul>
  );
  return (
    <aside className="md-launch-side">
      {status === 'cancelled' ? null : (
        <section aria-labelledby="md-launch-gaps">
          <h2 id="md-launch-gaps">{words.title}</h2>
          {problems.length > 0 ? (
            <div className="md-note md-note-warn">
              <strong>{words.problems}</strong>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          ) : null}
          {stops.length === 0 && problems.length === 0 ? (
            <p className="md-quiet">{launch.returned ? words.noneButReturned : words.none}</p>
          ) : null}
          {stops.length > 0 ? (
            <>
              <p className="md-launch-note">{words.count(stops.length)}</p>
              {lines(stops)}
            </>
          ) : null}
          {notes.length > 0 ? <Folded title={words.notes(notes.length)}>{lines(notes)}</Folded> : null}
          {unsent.length > 0 ? (
            <Folded title={words.unsent(unsent.length)}>
              <p className="md-quiet md-small">{words.unsentHint}</p>
              <ul className="md-launch-names">
                {unsent.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </Folded>
          ) : null}
        </section>
      )}
      {proofs.length > 0 ? (
        <section aria-labelledby="md-launch-caps">
          <h2 id="md-launch-caps">{words.caps}</h2>
          <p className="md-quiet md-small">{words.capsHint}</p>
          <ProofList proofs={proofs} now={now} locale={locale} words={adminWords[locale]} />
        </section>
      ) : null}
      {exceptions.length > 0 || mayRelax ? (
        <section aria-labelledby="md-launch-exceptions">
          <h2 id="md-launch-exceptions">{words.exceptions}</h2>
          {exceptions.length > 0 ? (
            <ul className="md-exceptions">
              {exceptions.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : (
            <p className="md-quiet md-small">{words.exceptionsNone}</p>
          )}
          {mayRelax ? (
            <Link href={`/admin/collections/launch-scripts/${launch.id}#field-phases`} prefetch={false}>
              {exceptions.length > 0 ? words.exceptionsEdit : words.exceptionsAdd}
            </Link>
          ) : null}
        </section>
      ) : null}
      <ThreadSection
        subject={{ type: 'launch-scripts', id: launch.id }}
        initial={null}
        version={`${decisions.length} ${status}`}
        cancelledAt={launch.cancelled && Date.parse(launch.cancelled.at)}
        {...{ zone, now }}
      />
    </aside>
  );
};
