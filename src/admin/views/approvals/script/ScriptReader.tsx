'use client';
import { Link } from '@payloadcms/ui';
import { useMemo, useState } from 'react';
import { countFolding, isToRead, type UnfoldedBy, unfoldedBy } from '@/core/launch/folding';
import type { FoldOptions } from '@/core/moments/fold';
import { launchReviewWords } from '@/core/words/launchReview';
import type { ScriptScreen, ScriptStep } from '@/server/screens/script';
import type { Previewed } from '@/server/screens/world';
import { useWords } from '../../../parts/useWords';
import { When } from '../../../parts/When';
import { PhaseSteps } from './PhaseSteps';
import { ScriptDecide } from './ScriptDecide';
import { ScriptFacts } from './ScriptFacts';
import { allShown } from './StepPictures';
import { ToRead } from './ToRead';
import { useJudging } from './useJudging';

interface Given {
  screen: ScriptScreen;
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  now: number;
  /** Where to go after deciding. */
  next: string;
  /** Which of those that wait it is. */
  place: string | null;
}

const stepsIn = ({ phases }: ScriptScreen): ScriptStep[] =>
  phases.flatMap(({ days }) => days.flatMap(({ steps }) => steps));

/** A launch script from its first step to its last, what needs no second reading folded, with the decision below. */
export const ScriptReader = ({ screen, people, brand, fold, now, next, place }: Given) => {
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  const [who, setWho] = useState(0);
  const steps = useMemo(() => stepsIn(screen), [screen]);
  const shown = useMemo(() => ({ contentHash: screen.contentHash, posts: steps }), [screen, steps]);
  const { judging, open, ask, say, forget } = useJudging(screen.id, shown);
  const questions = steps.map((step) => ({
    ...step,
    gaps: step.gaps.length,
    findings: step.findings.length,
    allShown: allShown(step, screen.pictures),
    returned: step.returned !== null,
    unsubmitted: step.status === 'draft' || step.status === 'changes-requested',
    fresh: judging.fresh.includes(step.post),
    marked: judging.asks[step.post] !== undefined,
    opened: judging.opened.includes(step.post),
  }));
  const why = new Map<string, UnfoldedBy[]>(questions.map((one) => [one.post, unfoldedBy(one)]));
  const toRead = steps.filter(({ post }) => isToRead(why.get(post) ?? [])).map(({ post }) => post);
  const person = people[who];
  const { launchAt, timezone: zone, name } = screen;
  const decides = screen.actions.includes('approve') || screen.actions.includes('request-changes');
  return (
    <article className="md-review md-script" aria-labelledby="md-review-title">
      <header>
        <p className="md-quiet md-small">
          <Link className="md-back" href="/admin/approvals" prefetch={false}>
            {all.queue.back}
          </Link>
          {place === null ? null : <span>{place}</span>}
        </p>
        <h2 id="md-review-title">{all.queue.script(name)}</h2>
        <p className="md-review-meta">
          {launchAt === null ? null : (
            <strong>
              <When at={launchAt} {...{ now, zone, locale }} say={words.launches} />
            </strong>
          )}
          <Link className="md-script-open" href={`/admin/launches/${screen.id}`} prefetch={false}>
            {words.openScript}
          </Link>
        </p>
      </header>
      <div className="md-script-columns">
        <ScriptFacts {...{ screen, words, all, locale, now }} />
        <div className="md-script-read">
          <ToRead count={countFolding(questions)} posts={toRead} words={words} />
          {people.length > 1 ? (
            <label className="md-script-staff">
              <span className="md-quiet md-small">{words.staff}</span>
              <select value={who} onChange={(event) => setWho(Number(event.target.value))}>
                {people.map((one, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, the list does not change
                  <option key={index} value={index}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {steps.length === 0 ? <p className="md-quiet">{words.noPosts}</p> : null}
          {screen.phases.map((phase, n) => (
            <PhaseSteps
              // biome-ignore lint/suspicious/noArrayIndexKey: a script may have two phases of one kind
              key={n}
              {...{ phase, screen, judging, why, brand, fold, now, decides }}
              people={person ? [person] : []}
              onOpen={open}
              onAsk={ask}
            />
          ))}
        </div>
      </div>
      <ScriptDecide {...{ screen, judging, decides, next }} onSay={say} onDone={forget} />
    </article>
  );
};
