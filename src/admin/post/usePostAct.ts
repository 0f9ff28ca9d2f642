'use client';
import { toast, useDocumentInfo } from '@payloadcms/ui';
import { useCallback } from 'react';
import type { PostContent } from '@/core/approval/content';
import { type Acts, useAct } from '../parts/useAct';
import { useWords } from '../parts/useWords';

export type PostAct = 'submit' | 'withdraw' | 'recall' | 'correct' | 'resolve';

const savesFirst = (kind: PostAct): boolean => kind === 'submit';

/** The next step of the post that is open. */
export function usePostAct(content: PostContent): Acts<PostAct> {
  const { id } = useDocumentInfo();
  const { words } = useWords();
  const documentOf = useCallback(
    (kind: PostAct, { releasedBefore, ...post }: Record<string, unknown>) => {
      if (kind === 'correct') {
        window.location.assign(`/admin/collections/posts/${post.id}`);
        return null;
      }
      if (Array.isArray(releasedBefore) && releasedBefore.length > 0) {
        toast.info(words.act.releasedBefore(releasedBefore.length));
      }
      return post;
    },
    [words],
  );
  return useAct({
    path: `/api/posts/${id}`,
    written: JSON.stringify(content),
    savesFirst,
    done: words.act.done,
    documentOf,
  });
}
