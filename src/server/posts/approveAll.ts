import type { Context } from '../context';
import { approve } from './approve';

export type BatchAnswer =
  | { post: string; ok: true; status: unknown }
  | { post: string; ok: false; code: number; errors: { message: string; data?: unknown }[] };

/** One answer for each; one that is refused does not stop the others. */
export async function approveAll(
  ctx: Context,
  items: readonly { post: string; contentHash: string }[],
): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (const { post, contentHash } of items) {
    const outcome = await approve(ctx, { id: post, contentHash });
    answers.push(
      outcome.ok
        ? { post, ok: true, status: outcome.value.status }
        : { post, ok: false, code: outcome.status, errors: outcome.errors },
    );
  }
  return answers;
}
