'use client';
import { useAllFormFields, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue, useMemo } from 'react';
import { checkRule, type FeedFacts } from '@/core/rules';
import { ruleReasonWords, ruleWords } from '@/core/words/rules';
import { ruleOf } from '@/server/scheduler/rules';
import { useWords } from '../parts/useWords';
import { useTellKnown } from './known';
import { MovesSection } from './MovesSection';
import { type RuleTrial, useTrial } from './useTrial';

interface PanelProps {
  /** Those in use. */
  feeds: readonly FeedFacts[];
  now: number;
}

/** The fields that decide what the rule does, as the simulation takes them. */
const trialOf = (id: string | number | undefined, row: Record<string, unknown>): RuleTrial => {
  const { kinds, feeds, channels, counts, scope, window, limit, minGapMinutes } = ruleOf(row);
  return {
    rule: id === undefined ? null : String(id),
    enabled: row.enabled !== false,
    name: typeof row.name === 'string' ? row.name : '',
    kinds,
    feeds,
    channels,
    counts,
    scope,
    window: { unit: window.unit, hours: window.unit === 'rolling-hours' ? (window.hours ?? null) : null },
    limit,
    minGapMinutes: minGapMinutes ?? null,
  };
};

export const RulePanel = ({ feeds, now }: PanelProps) => {
  const { words, locale } = useWords();
  const { id } = useDocumentInfo();
  const modified = useFormModified();
  const [fields] = useAllFormFields();
  const written = useDeferredValue(fields);
  const row = useMemo(() => reduceFieldsToValues(written, true) as Record<string, unknown>, [written]);
  const names = useMemo(() => new Map(feeds.map((feed) => [feed.id, feed])), [feeds]);
  const draft = ruleOf(row);
  const enabled = row.enabled !== false;
  const { refusals, warnings } = checkRule(draft, feeds);
  // Somebody who has just opened an empty form has done nothing wrong yet.
  const problems = modified || id !== undefined ? [...(enabled ? refusals : []), ...warnings] : [];
  const asks = modified && (!enabled || refusals.length === 0) && (id !== undefined || enabled);
  const trial = useTrial(asks ? trialOf(id, row) : null, now);
  useTellKnown(written, asks ? trial : null);

  return (
    <div className="md md-panel md-rule">
      <section aria-labelledby="md-rule-title">
        <h2 id="md-rule-title">{words.rule.says}</h2>
        <p className="md-rule-says">{ruleWords(draft, locale, names)}</p>
        {enabled ? null : <p className="md-quiet">{words.rule.off}</p>}
        {problems.length > 0 ? (
          <ul className="md-problems">
            {problems.map((reason) => (
              <li key={reason.code}>{ruleReasonWords(reason, locale)}</li>
            ))}
          </ul>
        ) : null}
      </section>
      <MovesSection trial={asks ? trial : null} now={now}>
        <p className="md-quiet">{problems.length > warnings.length ? words.rule.first : words.rule.hint}</p>
      </MovesSection>
    </div>
  );
};
