'use client';
import { Link } from '@payloadcms/ui';
import { askedAt } from '@/core/approval/view';
import type { UnfoldedBy } from '@/core/launch/folding';
import { type LaunchReviewWords, launchReviewWords } from '@/core/words/launchReview';
import { whenWords } from '@/core/words/when';
import type { ScriptStep } from '@/server/screens/script';
import { MomentsPreview } from '../../../parts/MomentsPreview';
import { useWords } from '../../../parts/useWords';
import { Changes } from '../Changes';
import { Goes } from '../Goes';
import { placesOf, previewsOf } from '../versionsOf';
import { AskChange } from './AskChange';
import type { Reading } from './PhaseSteps';
import { StepHead } from './StepHead';
import { stepId } from './ToRead';
import { wasApproved } from './wasApproved';

interface Given extends Reading {
  step: ScriptStep;
  why: readonly UnfoldedBy[];
}

/** What `changed` means for this one: 「和模板不同」「上次通过后改过」「新加的」. */
const changedWords = ({ step, screen }: Given, words: LaunchReviewWords): string => {
  if (step.lastApproved) return words.sinceApproved;
  if (step.lastReturned) return words.changedSinceReturn;
  return screen.added.includes(step.title) ? words.isNew : words.differs;
};

const saidOf = (why: UnfoldedBy, given: Given, words: LaunchReviewWords): string => {
  if (why === 'changed') return changedWords(given, words);
  return why === 'fate' && given.step.fateKnown ? words.fateStill : words.why[why];
};

const Badges = (given: Given) => {
  const { locale } = useWords();
  const words = launchReviewWords[locale];
  return (
    <p className="md-badges">
      {given.why
        .filter((one) => one !== 'opened' && one !== 'marked')
        .map((one) => (
          <span key={one} className={`md-badge md-badge-${one}`}>
            {saidOf(one, given, words)}
          </span>
        ))}
    </p>
  );
};

const Said = ({ step }: Given) => {
  const { locale } = useWords();
  const words = launchReviewWords[locale];
  const { gaps, findings, returned } = step;
  const stops = gaps.filter(({ stop }) => stop);
  const notes = gaps.filter(({ stop }) => !stop);
  return (
    <>
      {stops.length > 0 ? (
        <ul className="md-note md-note-stop" aria-label={words.gapsStop}>
          {stops.map(({ say }) => (
            <li key={say}>{say}</li>
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? (
        <ul className="md-note md-note-warn" aria-label={words.notes}>
          {notes.map(({ say }) => (
            <li key={say}>{say}</li>
          ))}
        </ul>
      ) : null}
      {findings.length > 0 ? (
        <ul className="md-note md-note-warn" aria-label={words.findings}>
          {findings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
      {returned ? (
        <p className="md-note">
          <strong>{words.was}</strong> {words.said(returned.byName ?? '', returned.comment)}
        </p>
      ) : null}
    </>
  );
};

function specialsOf({ step, screen, now }: Given, words: LaunchReviewWords, locale: 'zh' | 'en'): string[] {
  const { view, ownTime, isOut, status } = step;
  const zone = screen.timezone;
  const say = words.special;
  return [
    ...(isOut ? [say.out] : []),
    ...(wasApproved(step) ? [say.decided] : []),
    ...(status === 'draft' || status === 'changes-requested' ? [say.draft] : []),
    ...(ownTime ? [say.ownTime] : []),
    ...(view.dayBound ? [say.dayBound] : []),
    ...(view.expiresAt === null ? [] : [say.expires(whenWords({ at: view.expiresAt, now, zone }, locale))]),
    ...(view.copyMode === 'example' ? [say.example] : []),
    ...(view.priority === 0 ? [] : [say.priority(view.priority)]),
  ];
}

const Facts = (given: Given) => {
  const { step, screen, now } = given;
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  const { view, forecast, scheduledAt } = step;
  const specials = specialsOf(given, words, locale);
  // Of many groups of customers they differ in little more than the names of these.
  const [first, ...others] = [...new Set(forecast.flatMap(({ explanation }) => explanation?.[locale] ?? []))];
  return (
    <div className="md-step-facts">
      <Goes
        feeds={screen.feeds.filter(({ id }) => step.feeds.includes(id))}
        {...{ forecast, scheduledAt, locale, now }}
        words={all}
      />
      {first === undefined ? null : <p className="md-why">{first}</p>}
      {others.length > 0 ? (
        <details className="md-more-facts">
          <summary>{words.moreWhy(others.length)}</summary>
          {others.map((one) => (
            <p key={one} className="md-why">
              {one}
            </p>
          ))}
        </details>
      ) : null}
      {specials.length > 0 ? (
        <ul className="md-specials" aria-label={words.specials}>
          {specials.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      {view.onConflict === 'defer' && view.onLate === 'release' ? null : (
        <p className="md-small">
          {all.queue.conflict} → {all.queue.conflicts[view.onConflict]} · {all.fields.onLate} →{' '}
          {all.queue.lates[view.onLate]}
        </p>
      )}
      {view.guidance ? (
        <p className="md-small md-pre">
          <span className="md-quiet">{words.guidance} → </span>
          {view.guidance}
        </p>
      ) : null}
    </div>
  );
};

/** A step as staff and customers will get it, with all that speaks for and against it. */
export const WholeStep = (given: Given) => {
  const { step, screen, judging, people, brand, fold, now, decides, onAsk } = given;
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  const { post, title, view, lastApproved, lastReturned, waits } = step;
  const asked = askedAt(view, step.scheduledAt);
  return (
    <article className="md-step" id={stepId(post)} data-step={post} tabIndex={-1} aria-label={title}>
      <header className="md-step-head">
        <StepHead step={step} feeds={screen.feeds} timezone={screen.timezone} />
      </header>
      <Badges {...given} />
      <Said {...given} />
      {lastReturned ? (
        <details className="md-step-changes" open>
          <summary>{words.sinceReturn}</summary>
          <Changes
            before={lastReturned}
            after={asked}
            files={screen.pictures}
            {...{ locale, now }}
            words={all}
            was={words.whenReturned}
          />
        </details>
      ) : null}
      {step.returned && !lastReturned ? <p className="md-note md-note-warn">{words.asReturned}</p> : null}
      {lastApproved ? (
        <details className="md-step-changes" open>
          <summary>{all.queue.changes}</summary>
          <Changes
            before={lastApproved}
            after={asked}
            files={screen.pictures}
            {...{ locale, now }}
            words={all}
          />
        </details>
      ) : null}
      {screen.isKnown && screen.added.includes(title) ? <p className="md-quiet">{words.newPost}</p> : null}
      <MomentsPreview
        versions={previewsOf(view, screen.pictures)}
        feeds={placesOf(view)}
        {...{ people, brand, fold }}
        compact
      />
      <Facts {...given} />
      <p className="md-step-links">
        <Link href={`/admin/collections/posts/${post}`} prefetch={false}>
          {all.queue.edit}
        </Link>
      </p>
      {decides && waits ? (
        <AskChange {...{ title, words }} asked={judging.asks[post]} onAsk={(text) => onAsk(post, text)} />
      ) : null}
    </article>
  );
};
