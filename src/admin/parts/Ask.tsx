'use client';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './useWords';

interface AskProps {
  question: string;
  /** With a text that has to be given. */
  reason?: string;
  send: string;
  onSend: (reason: string) => Promise<boolean>;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks once before something that cannot be undone, and names what it is about. */
export const Ask = ({ question, reason, send, onSend, onClose }: AskProps) => {
  const { words } = useWords();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const go = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    await onSend(said);
    setBusy(false);
    onClose();
  };

  return (
    <dialog ref={dialog} className="md md-dialog" aria-labelledby={id} onClose={onClose}>
      <form method="dialog" onSubmit={go}>
        <p id={id}>{question}</p>
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
            type="submit"
            className="md-button md-primary"
            disabled={busy || (Boolean(reason) && said.trim() === '')}
          >
            {send}
          </button>
          <button type="button" className="md-button" onClick={onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
};
