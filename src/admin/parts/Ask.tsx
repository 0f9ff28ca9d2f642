'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './useWords';

interface AskProps {
  question: string;
  /** With a text that has to be given. */
  reason?: string;
  send: string;
  /** What leaving it is called, where it is not just no; null: there is nothing to decide. */
  leave?: string | null;
  onSend: (reason: string) => Promise<boolean>;
  onClose: () => void;
  /** What there is to see before deciding; `ready` once it is there. */
  children?: ReactNode;
  ready?: boolean;
  /** Otherwise the page beneath says what was wrong. */
  staysWhenRefused?: boolean;
  /** For what has to be seen beside each other. */
  wide?: boolean;
  /** It ends something for good. */
  danger?: boolean;
}

/** Asks once before something that cannot be undone, and names what it is about. */
export const Ask = ({
  question,
  reason,
  send,
  leave,
  onSend,
  onClose,
  children,
  ready = true,
  staysWhenRefused = false,
  wide = false,
  danger = false,
}: AskProps) => {
  const { words } = useWords();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const go = async () => {
    setBusy(true);
    const well = await onSend(said);
    setBusy(false);
    if (well || !staysWhenRefused) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={`md md-dialog${wide ? ' md-dialog-wide' : ''}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      {/* No form: the dialog stands within the form of the document. */}
      <div className="md-dialog-body">
        <p id={id}>{question}</p>
        {children}
        {reason ? (
          <label className="md-field">
            <span>{reason}</span>
            <textarea
              required
              rows={3}
              maxLength={2000}
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          </label>
        ) : null}
        <div className="md-buttons">
          <button
            type="button"
            className={`md-button md-primary${danger ? ' md-danger' : ''}`}
            disabled={busy || !ready || (Boolean(reason) && said.trim() === '')}
            onClick={() => void go()}
          >
            {send}
          </button>
          {leave === null ? null : (
            <button type="button" className="md-button" onClick={onClose}>
              {leave ?? words.cancel}
            </button>
          )}
        </div>
      </div>
    </dialog>
  );
};
