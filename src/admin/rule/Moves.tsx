'use client';
import { Link } from '@payloadcms/ui';
import type { SimulatedMove } from '@/server/plan/answer';
import { useWords } from '../parts/useWords';
import { When } from '../parts/When';
import { linesOf } from './linesOf';
import { daysAhead, type Trial } from './useTrial';

/** More than anybody reads; the rest is counted. */
const mostShown = 30;

const FateWords = ({ fate, now, zone }: { fate: SimulatedMove['after']; now: number; zone: string }) => {
  const { words, locale } = useWords();
  if (!fate) return words.rule.notPlanned;
  const when = <When at={Date.parse(fate.at)} {...{ now, zone, locale }} />;
  if (fate.outcome === 'release' || fate.outcome === 'defer') return when;
  return words.forecast[fate.outcome];
};

/** What the rule as it is written would do to what is planned, post by post. */
export const Moves = ({ trial: { tried, problems, slow }, now }: { trial: Trial; now: number }) => {
  const { words } = useWords();
  if (problems.length > 0) {
    return (
      <ul className="md-problems" role="alert">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    );
  }
  if (!tried) {
    return (
      <p className="md-quiet" role="status">
        {slow ? words.rule.slow : words.rule.asking}
      </p>
    );
  }
  const lines = linesOf(tried.moved ?? []);
  const why = new Map(tried.decisions.map(({ card, explanation }) => [card, explanation]));
  // Pools in which the same holds are one sentence.
  const proofs = new Map(tried.proofs.map(({ sentence, holds }) => [sentence, holds]));
  return (
    <>
      <p role="status">
        {lines.length === 0 ? words.rule.none(daysAhead) : words.rule.some(lines.length, daysAhead)}
      </p>
      {lines.length > 0 ? (
        <ul className="md-moves">
          {lines.slice(0, mostShown).map(({ card, post, title, feedName, timezone, before, after }) => (
            <li key={card} className={`md-outcome-${after?.outcome ?? 'skip'}`}>
              <span>
                <Link href={`/admin/collections/posts/${post}`} prefetch={false} target="_blank">
                  {title}
                </Link>{' '}
                <span className="md-quiet">{feedName}</span>
              </span>
              <span className="md-move">
                <span className="md-move-from">
                  <FateWords fate={before} now={now} zone={timezone} />
                </span>
                <span aria-hidden="true"> → </span>
                <span className="md-visually-hidden">{words.rule.to}</span>
                <FateWords fate={after} now={now} zone={timezone} />
              </span>
              {why.get(card) ? <span className="md-why">{why.get(card)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {lines.length > mostShown ? (
        <p className="md-quiet">{words.rule.more(lines.length - mostShown)}</p>
      ) : null}
      {proofs.size > 0 ? <p className="md-quiet">{words.rule.proof(daysAhead)}</p> : null}
      {[...proofs].map(([sentence, holds]) => (
        <p key={sentence} className={holds ? 'md-proof' : 'md-note md-note-warn'}>
          {sentence}
        </p>
      ))}
    </>
  );
};
