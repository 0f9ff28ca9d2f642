'use client';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Tab {
  key: string;
  label: string;
  content: ReactNode;
}

const step: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

export interface Follow {
  key: string;
}

interface TabsProps {
  tabs: readonly Tab[];
  label: string;
  /** Each new object opens its tab; after that the reader chooses. */
  follow?: Follow | null;
}

/** Tabs with the arrow keys; a single one is shown without its tab. */
export const Tabs = ({ tabs, label, follow = null }: TabsProps) => {
  const [chosen, setChosen] = useState('');
  const [followed, setFollowed] = useState<Follow | null>(null);
  if (follow !== followed) {
    setFollowed(follow);
    if (follow) setChosen(follow.key);
  }
  const id = useId();
  const current = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  if (!current) return null;
  if (tabs.length === 1) return <>{current.content}</>;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = step[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
    if (!next) return;
    setChosen(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
  };

  return (
    <>
      <div className="md-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-tab={tab.key}
            aria-selected={tab === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => setChosen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current.key}`}>
        {current.content}
      </div>
    </>
  );
};
