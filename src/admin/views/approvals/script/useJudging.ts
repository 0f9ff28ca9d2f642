'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { carriedOver, type Judging, judgingIn, judgingOf, type ShownScript } from '@/core/launch/judging';

const nameOf = (script: string): string => `md-judging-${script}`;

/** What was kept of an earlier look at this script in this tab; a browser that keeps nothing gives nothing. */
function read(script: string): Judging | null {
  try {
    return judgingIn(sessionStorage.getItem(nameOf(script)) ?? '');
  } catch {
    return null;
  }
}

function write(script: string, judging: Judging | null): void {
  try {
    if (judging) sessionStorage.setItem(nameOf(script), JSON.stringify(judging));
    else sessionStorage.removeItem(nameOf(script));
  } catch {
    // Kept in the page alone.
  }
}

export interface Judged {
  judging: Judging;
  open: (post: string) => void;
  /** A text, also an empty one: it needs a change. Null: it needs none. */
  ask: (post: string, text: string | null) => void;
  say: (comment: string) => void;
  /** After the decision nothing of it is needed any more. */
  forget: () => void;
}

/** What the reader opens and writes on the page: it survives a reload and the script's becoming another. */
export function useJudging(id: string, script: ShownScript): Judged {
  const [judging, setJudging] = useState<Judging>(() => judgingOf(script));
  const [loaded, setLoaded] = useState(false);
  const over = useRef(false);
  if (judging.hash !== script.contentHash) setJudging(carriedOver(judging, script));

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come alive
  useEffect(() => {
    const kept = read(id);
    if (kept) setJudging(carriedOver(kept, script));
    setLoaded(true);
  }, [id]);

  useEffect(() => {
    if (loaded && !over.current) write(id, judging);
  }, [id, judging, loaded]);

  const change = useCallback((how: (before: Judging) => Partial<Judging>) => {
    setJudging((before) => ({ ...before, ...how(before) }));
  }, []);

  return useMemo(
    () => ({
      judging,
      open: (post) => change(({ opened }) => ({ opened: [...new Set([...opened, post])] })),
      ask: (post, text) =>
        change(({ asks: { [post]: _, ...others } }) => ({
          asks: text === null ? others : { ...others, [post]: text },
        })),
      say: (comment) => change(() => ({ comment })),
      forget: () => {
        over.current = true;
        write(id, null);
      },
    }),
    [judging, change, id],
  );
}
