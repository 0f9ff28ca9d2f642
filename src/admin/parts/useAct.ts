'use client';
import { toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui';
import { useCallback, useState } from 'react';
import { useWords } from './useWords';

type Document = Record<string, unknown>;

interface Refused {
  errors?: { message?: string; data?: { path?: string; code?: string } }[];
}

/** Why something was refused: the sentence, and what it is about. */
export interface RefusedReason {
  message: string;
  code: string;
  path: string;
}

type Answer =
  | { ok: true; value: Document }
  /** `misshapen`: what was sent is not of the shape that is asked for, and the problems name parts of it. */
  | { ok: false; status: number; problems: string[]; reasons: RefusedReason[]; misshapen: boolean };

/** One POST to the product's own endpoints: the answer, or sentences that say why not. A notice beside it is shown. */
export async function postTo(path: string, body: Document, language: string): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify(body),
  });
  const read = (await answer.json().catch(() => ({}))) as Document & Refused;
  const { notice, ...value } = read;
  if (typeof notice === 'string') toast.warning(notice);
  if (answer.ok) return { ok: true, value };
  const errors = read.errors ?? [];
  const problems = errors.flatMap(({ message }) => message || []);
  const reasons = errors.map(({ message = '', data }) => ({
    message,
    code: data?.code ?? '',
    path: data?.path ?? '',
  }));
  const misshapen = errors.some(({ data }) => data?.path !== undefined);
  return { ok: false, status: answer.status, problems, reasons, misshapen };
}

interface Question<Kind extends string> {
  /** Of the document that is open, without the act: `/api/posts/12`. */
  path: string;
  /** What is written now: what was refused is about what was written then. */
  written: string;
  /** Whether the form is saved before this act. */
  savesFirst: (kind: Kind) => boolean;
  done: Record<Kind, string>;
  /** The document of an answer; null when the page is left. Has to stay the same function. */
  documentOf?: (kind: Kind, value: Document) => Document | null;
}

export interface Acts<Kind extends string> {
  busy: boolean;
  problems: readonly string[];
  act: (kind: Kind, body?: Document) => Promise<boolean>;
  /** Saves what is written; false when something is not in order (Payload marks it). */
  save: () => Promise<boolean>;
}

const whole = (_: string, value: Document): Document => value;

/** The next step of the document that is open: saves first where asked, then acts, then shows the new state. */
export function useAct<Kind extends string>({
  path,
  written,
  savesFirst,
  done,
  documentOf = whole,
}: Question<Kind>): Acts<Kind> {
  const { setData, setLastUpdateTime } = useDocumentInfo();
  const { submit, reset } = useForm();
  const modified = useFormModified();
  const { words, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState(written);
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
    async (kind: Kind, body: Document = {}): Promise<boolean> => {
      setBusy(true);
      setProblems([]);
      try {
        if (modified && savesFirst(kind) && !(await save())) return false;
        const answer = await postTo(`${path}/${kind}`, body, locale);
        if (!answer.ok) {
          setProblems(answer.problems.length > 0 ? answer.problems : [words.failed]);
          return false;
        }
        toast.success(done[kind]);
        const document = documentOf(kind, answer.value);
        if (document === null) return true;
        setData(document);
        setLastUpdateTime(Date.parse(String(document.updatedAt)) || Date.now());
        await reset(document);
        return true;
      } catch {
        setProblems([words.failed]);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [path, locale, modified, savesFirst, reset, save, setData, setLastUpdateTime, words, done, documentOf],
  );

  return { busy, problems, act, save };
}
