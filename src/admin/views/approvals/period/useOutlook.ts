'use client';
import { useEffect, useState } from 'react';
import type { OutlookOfPosts } from '@/server/posts/outlookOf';
import { postTo } from '../../../parts/useAct';
import { useWords } from '../../../parts/useWords';

interface Chosen {
  id: string;
  contentHash: string;
}

interface Question {
  chosen: readonly Chosen[];
  /** All that can be chosen, and what the page has of them. */
  open: readonly Chosen[];
  ofAll: OutlookOfPosts;
}

/** `asking`: it is worked out. `failed`: no answer came. */
export type Asked = OutlookOfPosts | 'asking' | 'failed';

/** While somebody ticks one box after the other. */
const waitMs = 300;

const keyOf = (posts: readonly Chosen[]): string =>
  posts.map(({ id, contentHash }) => `${id}:${contentHash}`).join(',');

/** What approving the chosen posts together comes to: as the page has it for all of them, asked for anything else. */
export function useOutlook({ chosen, open, ofAll }: Question): Asked {
  const { locale } = useWords();
  const key = keyOf(chosen);
  const [answered, setAnswered] = useState<{ key: string; asked: Asked } | null>(null);
  const isAll = key === keyOf(open);

  useEffect(() => {
    if (isAll || key === '') return;
    let left = false;
    const posts = key.split(',').map((one) => one.split(':')[0]);
    const timer = setTimeout(async () => {
      const answer = await postTo('/api/approvals/outlook', { posts }, locale).catch(() => null);
      if (left) return;
      setAnswered({ key, asked: answer?.ok ? (answer.value as unknown as OutlookOfPosts) : 'failed' });
    }, waitMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [key, isAll, locale]);

  if (isAll) return ofAll;
  return answered?.key === key ? answered.asked : 'asking';
}
