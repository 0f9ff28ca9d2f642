'use client';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import {
  type Asking,
  askingAt,
  type Colleague,
  matching,
  type Named,
  stillNamed,
  withMentions,
  withPerson,
} from '@/core/comments/mentions';
import { commentWords, roleAndTeam } from '@/core/words/comments';
import { useHydrated } from '../parts/useHydrated';
import { useWords } from '../parts/useWords';

interface BoxProps {
  people: readonly Colleague[];
  send: (comment: { text: string; mentions: readonly string[] }) => Promise<readonly string[] | null>;
}

const mostShown = 6;

/** A text box in which `@` opens a list of colleagues; the arrow keys choose, Enter or Tab takes, Escape closes. */
export const CommentBox = ({ people, send }: BoxProps) => {
  const { locale } = useWords();
  const words = commentWords[locale];
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Named[]>([]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [active, setActive] = useState(0);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const offered = asking ? matching(people, asking.query).slice(0, mostShown) : [];
  const isOpen = asking !== null && (offered.length > 0 || asking.query === '');

  const look = (area: HTMLTextAreaElement) => {
    setAsking(area.selectionStart === area.selectionEnd ? askingAt(area.value, area.selectionStart) : null);
    setActive(0);
  };

  const take = (person: Named) => {
    if (!asking || !box.current) return;
    const { text: written, cursor } = withPerson(text, asking, person);
    setText(written);
    setChosen([...chosen.filter((one) => one.id !== person.id), person]);
    setAsking(null);
    const area = box.current;
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(cursor, cursor);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, its keys are its own.
    if (!isOpen || event.nativeEvent.isComposing) return;
    const person = offered[active];
    if (event.key === 'Escape') {
      setAsking(null);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + by + offered.length) % Math.max(1, offered.length));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && person) {
      take(person);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onSend = async () => {
    if (text.trim() === '') {
      setProblems([words.refusals.empty]);
      box.current?.focus();
      return;
    }
    setBusy(true);
    const named = stillNamed(text, chosen);
    const refused = await send({ text: withMentions(text, named), mentions: named.map((one) => one.id) });
    setBusy(false);
    setProblems(refused ?? []);
    if (refused) return;
    setText('');
    setChosen([]);
  };

  return (
    <div className="md-comment-box">
      <label className="md-visually-hidden" htmlFor={id}>
        {words.write}
      </label>
      <div className="md-comment-input">
        <textarea
          id={id}
          ref={box}
          rows={2}
          maxLength={1900}
          placeholder={words.hint}
          value={text}
          aria-autocomplete="list"
          aria-controls={isOpen ? `${id}-people` : undefined}
          aria-activedescendant={isOpen && offered[active] ? `${id}-${offered[active].id}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            look(event.target);
          }}
          onSelect={(event) => look(event.currentTarget)}
          onKeyDown={onKeyDown}
          onBlur={() => setAsking(null)}
        />
        {isOpen ? (
          <div className="md-people-list" id={`${id}-people`} role="listbox" aria-label={words.people}>
            {offered.length === 0 ? <p className="md-quiet">{words.nobody}</p> : null}
            {offered.map((person, n) => (
              <button
                key={person.id}
                id={`${id}-${person.id}`}
                type="button"
                role="option"
                aria-selected={n === active}
                tabIndex={-1}
                // Before the box loses the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(person)}
              >
                <span>{person.name}</span>
                <span className="md-quiet md-small">{roleAndTeam(person, locale)}</span>
              </button>
            ))}
          </div>
        ) : null}
      </div>
      {problems.length > 0 ? (
        <div className="md-note md-note-stop" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      ) : null}
      <button type="button" className="md-button" disabled={busy || !hydrated} onClick={() => void onSend()}>
        {words.send}
      </button>
    </div>
  );
};
