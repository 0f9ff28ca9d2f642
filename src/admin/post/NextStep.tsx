'use client';
import { Link, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { CardStateWord } from '@/core/approval/cardState';
import type { PostContent } from '@/core/approval/content';
import { baseVariant } from '@/core/model';
import { listed } from '@/core/words/listed';
import { operationWords } from '@/core/words/operation';
import type { PanelWorld } from '@/server/screens/world';
import { Ask } from '../parts/Ask';
import { Problems } from '../parts/Problems';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../parts/useWords';
import { When } from '../parts/When';
import type { Replaced } from './PostPanel';
import { isNext, type Step, stepsOf } from './stepsOf';
import { usePostAct } from './usePostAct';

interface Given {
  content: PostContent;
  world: PanelWorld;
  now: number;
}

interface CardRow {
  feed: string;
  variantKey: string;
  state: CardStateWord;
  plannedAt: string | null;
  reason: string | null;
}

/** Its end is a forecast: as things are it will be held, skipped or expire. */
const willNotGoOut = ({ state, plannedAt, reason }: CardRow): boolean =>
  state === 'planned' && plannedAt === null && reason !== null;

/** Where each card stands, in the time of its feed. */
const Cards = ({ content, world, now, cards }: Given & { cards: readonly CardRow[] }) => {
  const { words, locale } = useWords();
  if (cards.length === 0) return null;
  const nameOf = ({ feed, variantKey }: CardRow): string => {
    const name = world.feeds.find(({ id }) => id === feed)?.name ?? '';
    if (content.variants.length === 0) return name;
    const own = content.variants.find(({ key }) => key === variantKey)?.segments ?? [];
    const tags = own.flatMap((id) => world.segments.find((segment) => segment.id === id)?.name ?? []);
    return `${name} · ${variantKey === baseVariant ? words.versionOriginal : listed(tags, locale)}`;
  };
  return (
    <ul className="md-cards" aria-label={words.status.cards}>
      {cards.map((card) => {
        const zone = world.feeds.find(({ id }) => id === card.feed)?.zone ?? world.timezone;
        return (
          <li key={`${card.feed}:${card.variantKey}`}>
            <span className="md-card-name">{nameOf(card)}</span>
            <span className="md-card-state">
              {willNotGoOut(card) ? (
                <StatusMark status="held" label={words.status.willNotGoOut} />
              ) : (
                <StatusMark status={card.state} label={words.cardStates[card.state]} />
              )}
              {card.plannedAt ? (
                <strong>
                  <When at={Date.parse(card.plannedAt)} now={now} zone={zone} locale={locale} />
                </strong>
              ) : null}
            </span>
            {card.reason ? <span className="md-why">{card.reason}</span> : null}
          </li>
        );
      })}
    </ul>
  );
};

const afterCreate = 'moments-desk:submit-after-create';

interface NextStepProps extends Given {
  /** What still stands in the way of submitting. */
  missing: readonly string[];
  replaced: Replaced | null;
}

/** Status in words, the next step as one clear button, and what came back when it was not possible. */
export const NextStep = ({ content, world, now, missing, replaced }: NextStepProps) => {
  const { words, locale } = useWords();
  const { id, data } = useDocumentInfo();
  const modified = useFormModified();
  const { busy, problems, act, save } = usePostAct(content);
  const listed = [...missing, ...problems.filter((problem) => !missing.includes(problem))];
  const [asking, setAsking] = useState<Step | null>(null);
  const { status, title } = content;
  const steps = stepsOf(world.actor, content);
  const cards = (Array.isArray(data?.cards) ? data.cards : []) as CardRow[];
  const said = typeof data?.statusReason === 'string' ? data.statusReason : '';
  // Where a card says the same, it is said there.
  const reason = cards.some((card) => card.reason === said) ? '' : said;
  const isStuck = status === 'approved' && cards.some(willNotGoOut);

  // A new post has no address until it is saved: submitting goes on when its page opens.
  useEffect(() => {
    if (!id || sessionStorage.getItem(afterCreate) === null) return;
    sessionStorage.removeItem(afterCreate);
    void act('submit');
  }, [id, act]);

  const saveNew = async () => {
    sessionStorage.setItem(afterCreate, '1');
    if (!(await save())) sessionStorage.removeItem(afterCreate);
  };

  const labels: Record<Step, string> = {
    submit: !id || modified ? words.act.saveAndSubmit : words.act.submit,
    review: words.act.review,
    withdraw: words.act.withdraw,
    recall: words.act.recall,
    correct: words.act.correct,
    'release-now': words.act.releaseNow,
    drop: words.act.drop,
  };
  const run: Record<Step, () => void> = {
    submit: () => void (id ? act('submit') : saveNew()),
    review: () => {},
    withdraw: () => setAsking('withdraw'),
    recall: () => setAsking('recall'),
    correct: () => void act('correct'),
    'release-now': () => setAsking('release-now'),
    drop: () => setAsking('drop'),
  };

  return (
    <>
      <section aria-labelledby="md-status-title" className="md-next">
        <h2 id="md-status-title">{words.status.title}</h2>
        <p className="md-status-line">
          {id ? (
            <StatusMark status={status} label={words.statuses[status]} />
          ) : (
            <span className="md-quiet">{words.status.unsaved}</span>
          )}
        </p>
        {replaced ? (
          <p>
            {words.status.replaces}
            <Link href={`/admin/collections/posts/${replaced.id}`} prefetch={false}>
              {words.status.replaced(replaced.title)}
            </Link>
            {words.status.replacedNow(words.statuses[replaced.status])}
          </p>
        ) : null}
        {reason ? <p className="md-note md-note-warn">{reason}</p> : null}
        <p className="md-quiet">{isStuck ? words.status.stuck : words.status.waitsFor[status]}</p>
        <Cards {...{ content, world, now, cards }} />
        {id && cards.length > 0 ? (
          <p className="md-small">
            <Link href={`/admin/decisions?post=${id}`} prefetch={false}>
              {operationWords[locale].decisions.ofPost}
            </Link>
          </p>
        ) : null}
        <Problems
          title={problems.length > 0 ? words.act.problems : words.act.missing}
          problems={listed}
          stop={problems.length > 0}
        />
        <div className="md-buttons">
          {steps.map((step) =>
            step === 'review' ? (
              <Link
                key={step}
                className="md-button md-primary"
                href={`/admin/approvals?post=${id}`}
                prefetch={false}
              >
                {labels.review}
              </Link>
            ) : (
              <button
                key={step}
                type="button"
                className={`md-button${isNext(step, status) ? ' md-primary' : ''}${step === 'recall' ? ' md-danger' : ''}`}
                disabled={busy}
                onClick={run[step]}
              >
                {labels[step]}
              </button>
            ),
          )}
        </div>
        {steps.includes('submit') && (modified || !id) ? (
          <p className="md-quiet md-small">{words.act.savesFirst}</p>
        ) : null}
      </section>
      {asking === 'withdraw' ? (
        <Ask
          question={words.act.withdrawAsk(title)}
          send={words.act.withdrawSend}
          onSend={() => act('withdraw')}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'recall' ? (
        <Ask
          question={words.act.recallAsk(title)}
          reason={words.act.recallReason}
          send={words.act.recallSend}
          onSend={(said) => act('recall', { reason: said })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'release-now' ? (
        <Ask
          question={words.act.releaseNowAsk(title)}
          send={words.act.releaseNow}
          onSend={() => act('resolve', { action: 'release-now' })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'drop' ? (
        <Ask
          question={words.act.dropAsk(title)}
          send={words.act.dropSend}
          onSend={() => act('resolve', { action: 'drop' })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
};
