import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import { copyUntil } from '@/core/desk/copying';
import { markCard, maxReasonLength } from '@/core/desk/receipt';
import { type Receipt, type ReceiptState, receiptStates } from '@/core/desk/types';
import type { Instant } from '@/core/model';
import { isStorable } from '@/core/storable';
import type { DeskWords } from '@/core/words/desk';
import { insertOnce } from '../database/insertOnce';
import { done, type Outcome, refuse } from '../outcome';
import { ownRelease } from './ownRelease';
import { type ReceiptRow, recalledOf, receiptKey, receiptsWhere, toReceipt } from './rows';
import { deskSettings } from './settings';
import type { DeskUser } from './today';

export interface ReceiptAnswer {
  release: string;
  staff: string;
  state: ReceiptState;
  reason: string | null;
  at: string;
  proof: string | null;
}

interface Question {
  payload: Payload;
  user: DeskUser;
  words: DeskWords;
  now: Instant;
  release: string;
  /** As it came from outside. */
  mark: { state?: unknown; reason?: unknown; proof?: unknown };
}

const isState = (value: unknown): value is ReceiptState =>
  (receiptStates as readonly unknown[]).includes(value);

interface Mark {
  state: ReceiptState;
  reason: string | null;
  /** Undefined leaves the proof as it is. */
  proof: string | number | undefined;
}

/** What was asked for, or a sentence that says what is wrong with it. */
function readMark({ mark, payload, words }: Question): Mark | string {
  const { state, reason, proof } = mark;
  if (!isState(state)) return words.api.badState;
  const given = reason === undefined || reason === null || reason === '' ? null : reason;
  if (given !== null && (typeof given !== 'string' || given.length > maxReasonLength || !isStorable(given)))
    return words.api.badReason;
  if (proof === undefined || proof === null) return { state, reason: given, proof: undefined };
  const text = String(proof);
  const number = payload.db.defaultIDType === 'number';
  if (!(number ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/).test(text)) return words.api.badProof;
  return { state, reason: given, proof: number ? Number(text) : text };
}

const answer = (
  release: string,
  staff: string,
  { state, reason, at }: Receipt,
  proof: unknown,
): ReceiptAnswer => ({
  release,
  staff,
  state,
  reason,
  at: new Date(at).toISOString(),
  proof: proof === null || proof === undefined ? null : String(proof),
});

/** One of two writers at once makes the row, the other finds it and changes it. */
const attempts = 3;

/**
 * Marks what one person did with one release; core/desk decides whether that may be. One row for each, the newest
 * mark wins, the same mark twice changes nothing. As the system: nobody writes receipts but through here.
 */
export async function putReceipt(question: Question): Promise<Outcome<ReceiptAnswer>> {
  const { payload, user, words, now } = question;
  const mark = readMark(question);
  if (typeof mark === 'string') return refuse(400, [{ message: mark }]);
  const release = await ownRelease(payload, user, question.release);
  if (!release) return refuse(404, [{ message: words.api.notFound }]);
  if (mark.proof !== undefined && !(await isMedia(payload, mark.proof))) {
    return refuse(400, [{ message: words.api.badProof }]);
  }
  const staff = String(user.id);
  const key = receiptKey(release.release, staff);
  const [recalled, settings] = await Promise.all([
    recalledOf(payload, [release.card]),
    deskSettings(payload),
  ]);
  const { content, localDate } = release;
  const situation = {
    now,
    recalled: recalled.has(release.card),
    stopped: settings.stopped,
    copyUntil: copyUntil({ localDate, timezone: content.timezone, expiresAt: content.expiresAt }),
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [row] = await receiptsWhere(payload, { key: { equals: key } });
    const decision = markCard(mark, { ...situation, current: row ? toReceipt(row) : null });
    if (!decision.ok) {
      return refuse(
        409,
        decision.reasons.map((reason) => ({ message: words.problems[reason.code], data: reason })),
      );
    }
    const proof = mark.proof ?? row?.proof;
    const settled = done(answer(release.release, staff, decision.receipt, proof));
    if (row && !decision.changed && (mark.proof === undefined || String(row.proof) === String(mark.proof))) {
      return settled;
    }
    if (
      await write(payload, { key, release: release.release, staff, receipt: decision.receipt, proof, row })
    ) {
      return settled;
    }
  }
  return refuse(409, [{ message: words.problems['not-saved'] }]);
}

interface Write {
  key: string;
  release: string;
  staff: string;
  receipt: Receipt;
  proof: unknown;
  row: ReceiptRow | undefined;
}

/** False when somebody else made the row first. */
async function write(
  payload: Payload,
  { key, release, staff, receipt, proof, row }: Write,
): Promise<boolean> {
  const { state, reason, at } = receipt;
  const data = { state, reason, at: new Date(at).toISOString(), ...(proof === undefined ? {} : { proof }) };
  if (!row) return (await insertOnce(payload, slugs.receipts, { key, release, staff, ...data })).ok;
  await payload.db.updateOne({ collection: slugs.receipts, where: { key: { equals: key } }, data });
  return true;
}

const isMedia = async (payload: Payload, id: string | number): Promise<boolean> => {
  const { docs } = await payload.db.find({
    collection: slugs.media,
    where: { id: { equals: id } },
    select: { sha256: true },
    limit: 1,
    pagination: false,
  });
  return docs.length > 0;
};

/** Takes a mark back: the card is to be posted again. Taking back what is not there changes nothing. */
export async function removeReceipt({
  payload,
  user,
  words,
  release: id,
}: Pick<Question, 'payload' | 'user' | 'words' | 'release'>): Promise<Outcome<{ release: string }>> {
  const release = await ownRelease(payload, user, id);
  if (!release) return refuse(404, [{ message: words.api.notFound }]);
  await payload.db.deleteMany({
    collection: slugs.receipts,
    where: { key: { equals: receiptKey(release.release, String(user.id)) } },
  });
  return done({ release: release.release });
}
