'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Commented } from '@/core/comments/readers';
import type { Thread } from '@/server/comments/thread';
import { postTo } from '../parts/useAct';
import { useWords } from '../parts/useWords';

export interface Subject {
  type: Commented;
  id: string;
}

interface Threaded {
  /** Null until it is read. */
  thread: Thread | null;
  failed: boolean;
  /** Sends a comment: null when it stands in the thread, else what is in the way. */
  send: (comment: Comment) => Promise<readonly string[] | null>;
}

interface Comment {
  text: string;
  mentions: readonly string[];
  step?: string;
}

/**
 * What was said and decided about a subject. Without `initial` it is read when it is first shown, and again whenever
 * `version` is another one.
 */
export function useThread({ type, id }: Subject, initial: Thread | null, version = ''): Threaded {
  const { words, locale } = useWords();
  const [thread, setThread] = useState(initial);
  const [failed, setFailed] = useState(false);
  const [given, setGiven] = useState(initial);
  if (given !== initial) {
    setGiven(initial);
    if (initial) setThread(initial);
  }
  const path = `/api/${type}/${id}/comments`;

  const read = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await fetch(path, {
        credentials: 'same-origin',
        headers: { 'Accept-Language': locale },
        ...(signal ? { signal } : {}),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      setThread((await answer.json()) as Thread);
      setFailed(false);
    },
    [path, locale],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is read anew
  useEffect(() => {
    if (initial) return;
    const leaving = new AbortController();
    read(leaving.signal).catch(() => {
      if (!leaving.signal.aborted) setFailed(true);
    });
    return () => leaving.abort();
  }, [read, initial, version]);

  const send = async (comment: Comment): Promise<readonly string[] | null> => {
    try {
      const answer = await postTo(path, { ...comment }, locale);
      if (!answer.ok) return answer.problems.length > 0 ? answer.problems : [words.failed];
      await read();
      return null;
    } catch {
      return [words.failed];
    }
  };

  return { thread, failed, send };
}
