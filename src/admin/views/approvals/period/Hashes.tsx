'use client';
import { useState } from 'react';
import { queueWords } from '@/core/words/queue';
import { useWords } from '../../../parts/useWords';
import type { BatchPost } from './PostOfPeriod';

type Hashed = Pick<BatchPost, 'id' | 'title' | 'contentHash'>;

/** As much of it as people compare. */
const shown = 8;

const Hash = ({ hash }: { hash: string }) => {
  const { locale } = useWords();
  const [whole, setWhole] = useState(false);
  const label = queueWords[locale].hash(hash);
  return (
    <button
      type="button"
      className="md-hash"
      title={label}
      aria-label={label}
      aria-pressed={whole}
      onClick={() => setWhole(!whole)}
    >
      {whole ? hash : hash.slice(0, shown)}
    </button>
  );
};

/** Exactly what the decision is about: each title with the hash of what is on the screen. */
export const Hashes = ({ posts }: { posts: readonly Hashed[] }) => {
  const { locale } = useWords();
  return (
    <details className="md-hashes">
      <summary>{queueWords[locale].list(posts.length)}</summary>
      <ol>
        {posts.map(({ id, title, contentHash }) => (
          <li key={id}>
            <span>{title}</span> <Hash hash={contentHash} />
          </li>
        ))}
      </ol>
    </details>
  );
};
