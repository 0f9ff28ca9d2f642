'use client';
import { type TimelineItem, timelineOf } from '@/core/launch';
import { launchPageWords } from '@/core/words/launchPages';
import { phaseName } from '@/core/words/launchPhases';
import { dayOffsetWords } from '@/core/words/offset';
import { dayAndWall, fullDay, whenWords } from '@/core/words/when';
import type { FormTemplate, LaunchForm } from '@/server/screens/launchForm';
import { useWords } from '../../parts/useWords';
import { instantFrom, postsOf, type Values } from './draft';

interface FormSummaryProps {
  form: LaunchForm;
  template: FormTemplate;
  values: Values;
  now: number;
}

/** What the form would make, as it is filled in: how many posts, from when to when, and on which days. */
export const FormSummary = ({ form, template, values, now }: FormSummaryProps) => {
  const { locale } = useWords();
  const words = launchPageWords[locale].form;
  const { timezone } = form;
  const launchAt = instantFrom(values.date, values.time, timezone);
  const posts = postsOf(form, template, values);
  const total = template.phases.reduce((sum, { steps }) => sum + steps, 0);
  const phaseOf = (key: string) =>
    template.steps.findIndex(({ steps }) => steps.some((step) => step.key === key));
  const items = posts.flatMap(({ draft: { launchStep, scheduledAt: at } }): TimelineItem[] =>
    at === null ? [] : [{ at, channel: 'wechat-moments', phase: phaseOf(launchStep), flash: null }],
  );
  const versions = posts.filter(({ draft }) => draft.variants.length > 0).length;
  const mixed = posts.filter(({ unused }) => unused.length > 0).length;
  const late = items.filter(({ at }) => at < now).length;
  const times = items.map(({ at }) => at);
  const when = (at: number) => whenWords({ at, now, zone: timezone }, locale);
  return (
    <section aria-labelledby="md-launch-summary" aria-live="polite">
      <h2 id="md-launch-summary">{words.summary}</h2>
      {launchAt === null || items.length === 0 ? (
        <p className="md-quiet">{words.nothing}</p>
      ) : (
        <>
          <p>
            <strong>{words.posts(posts.length, total)}</strong>
          </p>
          <p>
            <strong>{launchPageWords[locale].line.launchAt(dayAndWall(launchAt, timezone, locale))}</strong>
          </p>
          <p>{words.span(when(Math.min(...times)), when(Math.max(...times)))}</p>
          <ol className="md-strip">
            {timelineOf(items, { launchAt, timezone }).days.map(({ date, count, offset, items: own }) => (
              <li
                key={date}
                data-launch={offset === 0 ? 'yes' : undefined}
                title={count > 1 ? launchPageWords[locale].line.nothing(count) : fullDay(date, locale)}
              >
                <span>{count > 1 ? '…' : dayOffsetWords(offset)}</span>
                <span className="md-strip-dots">
                  {own.map(({ at, phase }, n) => (
                    <i
                      // biome-ignore lint/suspicious/noArrayIndexKey: two may share an instant
                      key={`${at} ${n}`}
                      className={`md-phase-${template.phases[phase ?? 0]?.key ?? ''}`}
                      title={phaseName(template.phases[phase ?? 0] ?? {}, locale)}
                    />
                  ))}
                </span>
                <span className="md-visually-hidden">{launchPageWords[locale].list.steps(own.length)}</span>
              </li>
            ))}
          </ol>
          <ul className="md-launch-facts">
            {versions > 0 ? <li>{words.versions(versions)}</li> : null}
            {mixed > 0 ? <li className="md-launch-note">{words.mixed(mixed)}</li> : null}
            {total > posts.length ? (
              <li className="md-launch-note">{words.unsent(total - posts.length)}</li>
            ) : null}
            {late > 0 ? <li className="md-launch-note">{words.tooSoon(late)}</li> : null}
          </ul>
        </>
      )}
    </section>
  );
};
