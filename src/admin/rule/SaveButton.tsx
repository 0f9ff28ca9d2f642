'use client';
import {
  FormSubmit,
  useAllFormFields,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useOperation,
  useTranslation,
} from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Ask } from '../parts/Ask';
import { useWords } from '../parts/useWords';
import { type BeforeSaving, beforeSaving } from './beforeSaving';
import { useKnown } from './known';
import { daysAhead } from './useTrial';

/** Longer than this nobody is kept from saving. */
const patienceMs = 8_000;

/** Payload's, but what would move planned posts is asked about first. */
export const SaveButton = () => {
  const { words } = useWords();
  const { t } = useTranslation();
  const { submit } = useForm();
  const [fields] = useAllFormFields();
  const known = useKnown();
  const step = useMemo(() => beforeSaving(known, fields), [known, fields]);
  const [waiting, setWaiting] = useState(false);
  const [asked, setAsked] = useState<Extract<BeforeSaving, { code: 'ask' }> | null>(null);
  const modified = useFormModified();
  const disabled = useOperation() === 'update' && !modified;
  const button = useRef<HTMLButtonElement>(null);
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.current?.click();
  });

  const go = useCallback(
    (next: BeforeSaving) => {
      setWaiting(next.code === 'wait');
      if (next.code === 'ask') setAsked(next);
      if (next.code === 'save') void submit();
    },
    [submit],
  );
  useEffect(() => {
    if (waiting && step.code !== 'wait') go(step);
  }, [waiting, step, go]);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => go({ code: 'save' }), patienceMs);
    return () => clearTimeout(timer);
  }, [waiting, go]);

  return (
    <>
      <FormSubmit
        buttonId="action-save"
        disabled={disabled || waiting}
        onClick={() => go(step)}
        ref={button}
        size="medium"
        type="button"
      >
        {waiting ? words.rule.waiting : t('general:save')}
      </FormSubmit>
      {asked ? (
        <Ask
          question={words.rule.ask(asked.moves, asked.stopped, daysAhead)}
          send={t('general:save')}
          leave={words.rule.look}
          onSend={async () => {
            await submit();
            return true;
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
};
