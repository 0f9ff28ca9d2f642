import type { PayloadRequest } from 'payload';
import { actorOf, can } from '@/core/abilities';
import { maxReasonLength, skipReasons } from '@/core/desk/receipt';
import { type DeskProblem, type DeskWords, deskWords } from '@/core/words/desk';
import { localeFor } from '@/server/auth/language';
import { presentNow } from '@/server/database/serverNow';
import { putReceipt, removeReceipt } from '@/server/desk/putReceipt';
import type { DeskUser } from '@/server/desk/today';
import type { Refusal } from '@/server/outcome';
import { seeOther } from './answers';

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The reason as the manager will read it: the chosen one, and what was added. */
const reasonOf = (form: FormData, words: DeskWords): string | null => {
  const chosen = skipReasons.find((reason) => reason === textOf(form, 'reason'));
  const detail = textOf(form, 'detail').trim();
  const parts = [chosen ? words.skipReasons[chosen] : '', detail].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' · ').slice(0, maxReasonLength);
};

const problemOf = ({ status, errors }: Refusal): DeskProblem => {
  if (status === 404) return 'not-yours';
  if (status !== 409) return 'bad-request';
  const data = errors[0]?.data;
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null;
  return code === 'recalled' || code === 'past' || code === 'stopped' ? code : 'not-saved';
};

/** A mark sent as a form, with or without the script: then the desk again, as it is now. */
export async function receiptForm(req: PayloadRequest, release: string, form: FormData): Promise<Response> {
  const actor = actorOf(req.user);
  if (!actor?.active || !can(actor, 'desk.mark')) return seeOther('/desk/login');
  const words = deskWords[localeFor(req)];
  const user = req.user as unknown as DeskUser;
  const door = { payload: req.payload, user, words, release };
  const state = textOf(form, 'state');
  const outcome =
    state === 'none'
      ? await removeReceipt(door)
      : await putReceipt({
          ...door,
          now: await presentNow(req.payload),
          mark: { state, reason: reasonOf(form, words) },
        });
  const query = new URLSearchParams();
  const date = textOf(form, 'date');
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) query.set('date', date);
  if (!outcome.ok) query.set('problem', problemOf(outcome));
  return seeOther(query.size > 0 ? `/desk?${query}` : '/desk');
}
