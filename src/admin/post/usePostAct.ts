'use client';
import { toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui';
import { useCallback, useState } from 'react';
import type { PostContent } from '@/core/approval/content';
import { useWords } from '../parts/useWords';

export type PostAct = 'submit' | 'withdraw' | 'recall' | 'correct' | 'resolve';

interface Refused {
  errors?: { message?: string }[];
}

/** One POST to the product's own endpoints: the answer, or sentences that say why not. */
export async function postTo(
  path: string,
  body: Record<string, unknown>,
  language: string,
): Promise<{ ok: true; value: Record<string, unknown> } | { ok: false; status: number; problems: string[] }> {
  const answer = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify(body),
  });
  const read = (await answer.json().catch(() => ({}))) as Record<string, unknown> & Refused;
  if (answer.ok) return { ok: true, value: read };
  const problems = (read.errors ?? []).flatMap(({ message }) => message || []);
  return { ok: false, status: answer.status, problems };
}

interface Acts {
  busy: boolean;
  problems: readonly string[];
  act: (kind: PostAct, body?: Record<string, unknown>) => Promise<boolean>;
  /** Saves what is written; false when something is not in order (Payload marks it). */
  save: () => Promise<boolean>;
}

/** The next step of the post that is open: saves first where asked, then acts, then shows the new state. */
export function usePostAct(content: PostContent): Acts {
  const { id, setData, setLastUpdateTime } = useDocumentInfo();
  const { submit, reset } = useForm();
  const modified = useFormModified();
  const { words, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const written = JSON.stringify(content);
  const [refused, setRefused] = useState(written);
  // What was refused is about what was written then.
  if (refused !== written) {
    setRefused(written);
    setProblems([]);
  }

  const save = useCallback(async (): Promise<boolean> => {
    const saved = await submit();
    const ok = Boolean(saved?.res && saved.res.status < 400);
    if (!ok) setProblems([words.act.notSaved]);
    return ok;
  }, [submit, words]);

  const act = useCallback(
    async (kind: PostAct, body: Record<string, unknown> = {}): Promise<boolean> => {
      setBusy(true);
      setProblems([]);
      try {
        if (kind === 'submit' && modified && !(await save())) return false;
        const answer = await postTo(`/api/posts/${id}/${kind}`, body, locale);
        if (!answer.ok) {
          setProblems(answer.problems.length > 0 ? answer.problems : [words.failed]);
          return false;
        }
        toast.success(words.act.done[kind]);
        const { releasedBefore, ...post } = answer.value;
        if (kind === 'correct') {
          window.location.assign(`/admin/collections/posts/${post.id}`);
          return true;
        }
        if (Array.isArray(releasedBefore) && releasedBefore.length > 0) {
          toast.info(words.act.releasedBefore(releasedBefore.length));
        }
        setData(post);
        setLastUpdateTime(Date.parse(String(post.updatedAt)) || Date.now());
        await reset(post);
        return true;
      } catch {
        setProblems([words.failed]);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [id, locale, modified, reset, save, setData, setLastUpdateTime, words],
  );

  return { busy, problems, act, save };
}
