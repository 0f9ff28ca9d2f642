'use client';
import { Link, useFormModified } from '@payloadcms/ui';
import { personalTokens, tokenValues, valuesOf } from '@/core/approval/placeholders';
import { stepsOf } from '@/core/launch';
import { launchPageWords } from '@/core/words/launchPages';
import { useScriptReview } from '../launch/useScriptReview';
import { useWords } from '../parts/useWords';
import type { Draft } from './versions';

const braces = (token: string): string => `{{${token}}}`;

/** What may be written in the copy, with what it stands for as the post is now. */
const Tokens = ({ content, refs }: Draft) => {
  const { locale } = useWords();
  const words = launchPageWords[locale].post;
  return (
    <details className="md-tokens">
      <summary>{words.tokens}</summary>
      <p className="md-quiet md-small">{words.tokensHint}</p>
      <dl>
        {tokenValues(content.body, valuesOf(content, refs)).map(({ token, value }) => (
          <div key={token}>
            <dt>
              <code>{braces(token)}</code> <span className="md-quiet">{words.token[token]}</span>
            </dt>
            <dd className={value === null ? 'md-quiet' : undefined}>{value ?? words.noValue}</dd>
          </div>
        ))}
        {personalTokens.map((token) => (
          <div key={token}>
            <dt>
              <code>{braces(token)}</code> <span className="md-quiet">{words.token[token]}</span>
            </dt>
            <dd className="md-quiet">{words.personal}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

/** Beside a post of a script: what its step asks for, how it is to be written, and what may be put into it. */
export const StepHelp = ({ draft, script }: { draft: Draft; script: string }) => {
  const { locale } = useWords();
  const words = launchPageWords[locale];
  const modified = useFormModified();
  const review = useScriptReview(script);
  const { id } = draft.content;
  if (!review) return null;
  const key = review.posts.find(({ post }) => post === id)?.step;
  const step = stepsOf(review.view).find((one) => one.key === key);
  // What keeps the post itself from being submitted stands above, as it is being written.
  const gaps = review.gaps.filter(({ post, code }) => post === id && code !== 'post-problem');
  return (
    <section aria-labelledby="md-step-help" className="md-step-help">
      <h2 id="md-step-help">{words.post.title}</h2>
      <p>
        <Link href={`/admin/launches/${script}?step=${id}`} prefetch={false}>
          {review.name}
        </Link>
      </p>
      {gaps.length > 0 ? (
        <div className="md-note md-note-warn">
          <strong>{words.post.gaps}</strong>
          <ul>
            {gaps.map(({ say }) => (
              <li key={say}>{say}</li>
            ))}
          </ul>
          {modified ? <p className="md-small">{words.post.stale}</p> : null}
        </div>
      ) : null}
      {step?.guidance ? (
        <>
          <h3>{words.post.guidance}</h3>
          <p className="md-pre">{step.guidance}</p>
        </>
      ) : null}
      <Tokens {...draft} />
    </section>
  );
};
