'use client';
import { Link } from '@payloadcms/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { launchPageWords } from '@/core/words/launchPages';
import { phaseName } from '@/core/words/launchPhases';
import { listed } from '@/core/words/listed';
import { offsetWords } from '@/core/words/offset';
import type { LaunchScreen, LaunchStep } from '@/server/screens/launch';
import { KindMark } from '@/ui/KindMark';
import { ThreadSection } from '../../comments/ThreadSection';
import { ForecastList } from '../../parts/ForecastList';
import { MomentsPreview, type PreviewVersion } from '../../parts/MomentsPreview';
import { StatusMark } from '../../parts/StatusMark';
import { useWords } from '../../parts/useWords';
import { When } from '../../parts/When';
import { pictures } from '../../post/versions';

interface StepPanelProps {
  launch: LaunchScreen;
  step: LaunchStep;
  onClose: () => void;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

const previewOf = ({ versions }: LaunchStep): PreviewVersion[] =>
  versions.map((version) => ({
    ...version,
    images: pictures(version.images),
    video: version.video ? { title: '', poster: null } : null,
  }));

/** A step as staff will get it, each version a tab, with what becomes of it and what it lacks. */
export const StepPanel = ({ launch, step, onClose }: StepPanelProps) => {
  const { words: common, locale } = useWords();
  const page = launchPageWords[locale];
  const words = page.side;
  const { timezone: zone, phases, now, people, brand, fold } = launch;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, []);
  const gaps = launch.gaps.filter((gap) =>
    step.post === null ? gap.step === step.step : gap.post === step.post,
  );
  const phase = step.phase === null ? undefined : phases[step.phase];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className="md-step-panel" aria-labelledby={id} onKeyDown={onKeyDown}>
      <header>
        <div>
          <p className="md-quiet md-small">
            {[
              phase ? phaseName(phase, locale) : '',
              step.offset ? offsetWords(step.offset, locale) : '',
              step.ownTime ? page.line.ownTime : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <h2 id={id} ref={title} tabIndex={-1}>
            {step.title}
          </h2>
        </div>
        <button type="button" className="md-button" onClick={onClose}>
          {words.close}
        </button>
      </header>
      <p className="md-step-facts">
        <KindMark kind={step.kind} label={common.kinds[step.kind]} />
        {step.status ? <StatusMark status={step.status} label={common.statuses[step.status]} /> : null}
        <strong>
          <When at={step.at} {...{ now, zone, locale }} />
        </strong>
        <span className="md-quiet">
          {listed(
            step.feeds.map(({ name }) => name),
            locale,
          )}
        </span>
        {step.post ? (
          <Link href={`/admin/collections/posts/${step.post}`} prefetch={false}>
            {words.edit}
          </Link>
        ) : null}
      </p>
      {gaps.length > 0 ? (
        <ul className="md-problems">
          {gaps.map(({ say }) => (
            <li key={say}>{say}</li>
          ))}
        </ul>
      ) : null}
      {step.said ? (
        <Part title={words.said}>
          <p className="md-note md-note-warn">{step.said}</p>
        </Part>
      ) : null}
      {step.post === null ? (
        <p className="md-empty-note">{words.noPost}</p>
      ) : (
        <MomentsPreview
          key={step.id}
          versions={previewOf(step)}
          feeds={step.feeds}
          people={people}
          brand={brand}
          fold={fold}
        />
      )}
      {step.forecast.length > 0 ? (
        <Part title={words.forecast}>
          <ForecastList
            review={{ forecast: step.forecast, view: { versions: step.versions } }}
            {...{ now, locale, words: common }}
          />
        </Part>
      ) : null}
      {step.guidance ? (
        <Part title={words.guidance}>
          <p className="md-pre">{step.guidance}</p>
        </Part>
      ) : null}
      {step.step ? (
        <ThreadSection
          key={step.step}
          subject={{ type: 'launch-scripts', id: launch.id }}
          step={step.step}
          initial={null}
          {...{ zone, now }}
        />
      ) : null}
    </section>
  );
};
