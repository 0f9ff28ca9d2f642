'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { ScriptReview } from '@/server/launches/review';
import { useWords } from '../parts/useWords';

/** A script as it was saved last, in words; asked anew after each save and act of the document that is open. */
export function useScriptReview(id: string | number | null | undefined): ScriptReview | null {
  const { data, lastUpdateTime } = useDocumentInfo();
  const { locale } = useWords();
  const [review, setReview] = useState<ScriptReview | null>(null);
  const { updatedAt, status, contentHash } = data ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: each save and each act is a new question
  useEffect(() => {
    if (!id) return;
    const asking = new AbortController();
    fetch(`/api/launch-scripts/${id}/review`, {
      credentials: 'same-origin',
      headers: { 'Accept-Language': locale },
      signal: asking.signal,
    })
      .then((answer) => (answer.ok ? (answer.json() as Promise<ScriptReview>) : null))
      .then(setReview)
      .catch(() => {});
    return () => asking.abort();
  }, [id, updatedAt, status, contentHash, lastUpdateTime, locale]);

  return review;
}
