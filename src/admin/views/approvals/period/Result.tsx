'use client';
import { Link } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';
import { queueWords } from '@/core/words/queue';
import { useWords } from '../../../parts/useWords';
import type { BatchResult } from './useBatch';

/** What became of the act: how many were approved, and by name what was not and why. */
export const Result = ({ result }: { result: BatchResult }) => {
  const { locale } = useWords();
  const words = queueWords[locale];
  const place = useRef<HTMLDivElement>(null);
  const { approved, leftOut } = result;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each result is read
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);

  return (
    <div ref={place} className="md-batch-result" role="status" tabIndex={-1}>
      {approved.length > 0 ? (
        <details className="md-note md-note-done">
          <summary>
            <strong>{words.approved(approved.length)}</strong>
          </summary>
          <ul>
            {approved.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {leftOut.length > 0 ? (
        <div className="md-note md-note-stop">
          <strong>{words.leftOut(leftOut.length)}</strong>
          <ul>
            {leftOut.map(({ id, title, why }) => (
              <li key={id}>
                {words.leftOutWhy(title, why)}{' '}
                <Link href={`/admin/approvals?post=${id}`} prefetch={false}>
                  {words.open}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
};
