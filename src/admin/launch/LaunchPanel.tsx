'use client';
import { Link, useAllFormFields, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue, useEffect, useState } from 'react';
import { launchPageWords } from '@/core/words/launchPages';
import { launchReviewWords } from '@/core/words/launchReview';
import { launchWords, type PanelAction } from '@/core/words/launchScreen';
import { Ask } from '../parts/Ask';
import { Problems } from '../parts/Problems';
import { ScriptMark } from '../parts/ScriptMark';
import { useAct } from '../parts/useAct';
import { useWords } from '../parts/useWords';
import { Exceptions } from './Exceptions';
import { useScriptReview } from './useScriptReview';

const savesFirst = (action: PanelAction): boolean => action === 'submit';

/** Beside the fields of a script: where it stands, what it relaxes in words, and what comes next. */
export const LaunchPanel = () => {
  const { locale } = useWords();
  const words = launchWords[locale];
  const page = launchPageWords[locale].panel;
  const { id } = useDocumentInfo();
  const modified = useFormModified();
  const [fields] = useAllFormFields();
  const written = useDeferredValue(JSON.stringify(reduceFieldsToValues(fields, true)));
  const { busy, problems, act } = useAct<PanelAction>({
    path: `/api/launch-scripts/${id}`,
    written,
    savesFirst,
    done: words.done,
  });
  const review = useScriptReview(id);
  const isRead = review !== null;
  // Fields are drawn when they are near the screen, too late for the browser: by now they are.
  useEffect(() => {
    if (isRead) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isRead]);
  const [withdrawing, setWithdrawing] = useState(false);
  if (!id) {
    return (
      <div className="md md-panel">
        <section aria-labelledby="md-script-title">
          <h2 id="md-script-title">{words.title}</h2>
          <p className="md-quiet">{words.unsaved}</p>
        </section>
      </div>
    );
  }
  if (!review) return <div className="md md-panel" aria-busy="true" />;
  const { status, actions, name } = review;
  const last = review.decisions[0];
  const stops = review.gaps.filter(({ stop }) => stop).length;
  const decides = actions.includes('approve') || actions.includes('request-changes');

  return (
    <div className="md md-panel">
      <section aria-labelledby="md-script-title">
        <h2 id="md-script-title">{words.title}</h2>
        <p>
          <ScriptMark short={review.short} locale={locale} />
        </p>
        <p className="md-quiet">{words.waitsFor[status]}</p>
        {status === 'changes-requested' && last?.comment ? (
          <p className="md-note md-note-warn">{words.said(last.byName ?? '', last.comment)}</p>
        ) : null}
        {modified ? <p className="md-note md-note-warn">{words.stale}</p> : null}
        <Problems title={words.problems} problems={problems} stop />
        {modified ? null : <Problems title={words.standing} problems={review.problems} />}
        {modified || stops === 0 ? null : <p className="md-note md-note-warn">{page.gaps(stops)}</p>}
        <div className="md-buttons">
          <Link className="md-button" href={`/admin/launches/${id}`} prefetch={false}>
            {page.timeline}
          </Link>
          {actions.includes('submit') ? (
            <button
              type="button"
              className="md-button md-primary"
              disabled={busy}
              onClick={() => void act('submit')}
            >
              {modified ? words.saveAndSubmit : words.acts.submit}
            </button>
          ) : null}
          {actions.includes('withdraw') ? (
            <button type="button" className="md-button" disabled={busy} onClick={() => setWithdrawing(true)}>
              {words.acts.withdraw}
            </button>
          ) : null}
        </div>
      </section>
      <Exceptions review={review} words={words} />
      {decides ? (
        <p>
          <Link className="md-button md-primary" href={`/admin/approvals?script=${id}`} prefetch={false}>
            {launchReviewWords[locale].decideHere}
          </Link>
        </p>
      ) : null}
      {status === 'in-review' && !decides ? <p className="md-quiet">{words.readOnly}</p> : null}
      {withdrawing ? (
        <Ask
          question={words.withdrawAsk(name)}
          send={words.withdrawSend}
          onSend={() => act('withdraw')}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </div>
  );
};
