'use client';
import type { ReactNode } from 'react';
import type { Locale } from '@/core/model';
import { hourMs } from '@/core/time';
import type { AdminWords } from '@/core/words/admin';
import { launchPageWords } from '@/core/words/launchPages';
import type { LaunchReviewWords } from '@/core/words/launchReview';
import type { ScriptScreen } from '@/server/screens/script';
import { ThreadSection } from '../../../comments/ThreadSection';
import { ProofList } from '../../../parts/ProofList';
import { When } from '../../../parts/When';
import { DiffText } from '../DiffText';
import { stepId } from './ToRead';

interface Given {
  screen: ScriptScreen;
  words: LaunchReviewWords;
  all: AdminWords;
  locale: Locale;
  now: number;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** So many notes take no room worth hiding them for. */
const few = 3;

const soonMs = 24 * hourMs;

/** By when it has to be decided: when the first of what waits is to go out. */
const Due = ({ screen, words, locale, now }: Given) => {
  const { due, timezone: zone } = screen;
  if (!due) return <p className="md-quiet">{words.nothingDue}</p>;
  const { at, post, title } = due;
  const left = at - now;
  return (
    <>
      <p>
        <a href={`#${stepId(post)}`}>
          <strong>
            <When {...{ at, now, zone, locale }} say={(when) => words.due(when, title)} />
          </strong>
        </a>
      </p>
      {left < soonMs ? (
        <p className="md-note md-note-warn">{left < 0 ? words.duePast : words.dueSoon}</p>
      ) : null}
    </>
  );
};

const Gap = ({ gap }: { gap: ScriptScreen['gaps'][number] }) =>
  gap.post === null ? gap.say : <a href={`#${stepId(gap.post)}`}>{gap.say}</a>;

/** The values that copy has for its placeholders: a folded step shows none of them. */
const FilledIn = ({ screen, locale }: Given) => {
  const { token: names } = launchPageWords[locale].post;
  return (
    <dl className="md-filled-in">
      {screen.filledIn.map(({ token, value }) => (
        <div key={`${token} ${value}`}>
          <dt className="md-quiet">{names[token]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What stands in the way, by name, each a link to its step; what is merely worth knowing after it. */
const Lacks = ({ screen, words }: Given) => {
  const stops = screen.gaps.filter(({ stop }) => stop);
  const notes = screen.gaps.filter(({ stop }) => !stop);
  return (
    <>
      {stops.length + screen.problems.length > 0 ? (
        <Part title={words.gapsStop}>
          <ul className="md-problems">
            {screen.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {stops.map((gap) => (
              <li key={`${gap.post} ${gap.say}`}>
                <Gap gap={gap} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {notes.length > 0 ? (
        <details className="md-more-facts" open={notes.length <= few}>
          <summary>
            {words.notes} <span className="md-count">{notes.length}</span>
          </summary>
          <ul className="md-lines">
            {notes.map((gap) => (
              <li key={`${gap.step} ${gap.say}`}>
                <Gap gap={gap} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
};

interface DifferencesGiven extends Pick<Given, 'all'>, Pick<ScriptScreen, 'changes'> {
  was?: string;
}

const Differences = ({ changes, all, was }: DifferencesGiven) =>
  changes.map(({ label, before, after }) => (
    <DiffText
      key={`${label} ${before} ${after}`}
      label={label}
      before={before ?? ''}
      after={after ?? ''}
      words={all}
      was={was}
    />
  ));

interface TitlesGiven extends Pick<Given, 'locale'> {
  label: string;
  titles: readonly string[];
}

const Titles = ({ label, titles, locale }: TitlesGiven) =>
  titles.length === 0 ? null : (
    <div className="md-change">
      <h4>{label}</h4>
      <ul className="md-lines">
        {titles.map((title) => (
          <li key={title}>{locale === 'zh' ? `「${title}」` : `“${title}”`}</li>
        ))}
      </ul>
    </div>
  );

interface Since extends Given {
  since: NonNullable<ScriptScreen['sinceReturn']>;
}

/** What was said of the whole when it went back, and what changed of the script itself; each step says its own. */
const SinceReturn = ({ since, screen, words, all, locale, now }: Since) => {
  const name = since.byName ?? all.queue.unknownPerson;
  return (
    <div className="md-changes">
      <p className="md-quiet md-small">
        <When
          at={Date.parse(since.at)}
          {...{ now, locale }}
          zone={screen.timezone}
          say={(when) => words.returnedBy(name, when)}
        />
      </p>
      {since.comment ? <q>{since.comment}</q> : null}
      <Differences changes={since.changes} all={all} was={words.whenReturned} />
      <Titles label={words.added} titles={since.added} locale={locale} />
      <Titles label={words.removed} titles={since.removed} locale={locale} />
      {since.changes.length + since.added.length + since.removed.length === 0 ? (
        <p className="md-quiet">{words.sinceReturnNone}</p>
      ) : null}
    </div>
  );
};

const ScriptChanges = ({ screen, words, all, locale }: Given) => {
  const { isKnown, changes, added, removed } = screen;
  if (!isKnown) return <p className="md-quiet">{screen.sinceReturn ? words.neverApproved : words.first}</p>;
  if (changes.length + added.length + removed.length === 0) {
    return <p className="md-quiet">{words.changesNone}</p>;
  }
  return (
    <div className="md-changes">
      <Differences changes={changes} all={all} />
      <Titles label={words.added} titles={added} locale={locale} />
      <Titles label={words.removed} titles={removed} locale={locale} />
    </div>
  );
};

/** What a manager wants to know of the whole beside its steps, most urgent first. */
export const ScriptFacts = (given: Given) => {
  const { screen, words, all, locale, now } = given;
  const submitted = screen.decisions.find(({ decision }) => decision === 'submitted');
  return (
    <aside className="md-facts md-script-facts" aria-label={words.asks}>
      <Lacks {...given} />
      <Part title={words.dueBy}>
        <Due {...given} />
        {submitted ? (
          <p className="md-quiet md-small">
            <When
              at={Date.parse(submitted.at)}
              {...{ now, locale }}
              zone={screen.timezone}
              say={(when) => all.queue.submitted(submitted.byName ?? all.queue.unknownPerson, when)}
            />
          </p>
        ) : null}
        {submitted?.comment ? <q>{submitted.comment}</q> : null}
      </Part>
      {screen.filledIn.length > 0 ? (
        <Part title={words.filledIn}>
          <FilledIn {...given} />
        </Part>
      ) : null}
      <Part title={words.caps}>
        <p className="md-quiet md-small">{words.capsHint}</p>
        <ProofList proofs={screen.proofs} {...{ now, locale }} words={all} />
        {screen.proofs.length === 0 ? <p className="md-quiet">{all.forecast.fits}</p> : null}
      </Part>
      <Part title={words.exceptions}>
        {screen.exceptions.length === 0 ? <p className="md-quiet">{words.noExceptions}</p> : null}
        <ul className="md-exceptions">
          {screen.exceptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Part>
      {screen.sinceReturn ? (
        <Part title={words.sinceReturn}>
          <SinceReturn {...given} since={screen.sinceReturn} />
        </Part>
      ) : null}
      <Part title={words.changes}>
        <ScriptChanges {...given} />
      </Part>
      <ThreadSection
        subject={{ type: 'launch-scripts', id: screen.id }}
        initial={null}
        version={screen.contentHash}
        zone={screen.timezone}
        now={now}
      />
    </aside>
  );
};
