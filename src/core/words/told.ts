import type { Words } from '../notices';

/** Somebody wrote to somebody about a post or a script. */
export const mentionTold = (by: string, title: string, text: string): Words => ({
  zh: { subject: `${by} 在「${title}」里提到了您`, text },
  en: { subject: `${by} mentioned you on “${title}”`, text },
});

/** A launch does not take place, for whoever wrote or was to post it. */
export const cancelTold = ({
  by,
  name,
  reason,
  posts,
}: {
  by: string;
  name: string;
  reason: string;
  posts: number;
}): Words => ({
  zh: {
    subject: `发售取消：${name}`,
    text: `${by} 取消了「${name}」：${reason}。还没下发的 ${posts} 条不再下发，已经发出的请看是否要删除。`,
  },
  en: {
    subject: `Launch cancelled: ${name}`,
    text: `${by} cancelled “${name}”: ${reason}. ${posts} posts that are not out yet will not go out; see whether what was posted should be deleted.`,
  },
});
