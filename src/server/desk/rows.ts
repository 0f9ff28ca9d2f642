import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import type { FrozenAudience, FrozenContent, Receipt, ReceiptState, ReleasedCard } from '@/core/desk/types';
import type { CardKey, Kind, LocalDate } from '@/core/model';
import { isIdOf } from '../documents';
import { keys } from '../log/entry';

interface ReleaseRow {
  id: string | number;
  seq: number;
  card: string;
  post: string;
  feed: string;
  kind: Kind;
  audience: FrozenAudience;
  content: FrozenContent;
  dueAt: string;
  localDate: LocalDate;
}

const releaseFields = {
  seq: true,
  card: true,
  post: true,
  feed: true,
  kind: true,
  audience: true,
  content: true,
  dueAt: true,
  localDate: true,
} as const;

const toCard = (row: ReleaseRow): ReleasedCard => ({
  release: String(row.id),
  seq: row.seq,
  card: row.card,
  post: row.post,
  feed: row.feed,
  kind: row.kind,
  audience: row.audience,
  content: row.content,
  dueAt: Date.parse(row.dueAt),
  localDate: row.localDate,
});

/** Release entries as the desk reads them: one table, by index, nothing joined. */
export async function releasesWhere(payload: Payload, where: Where): Promise<ReleasedCard[]> {
  const { docs } = await payload.db.find<ReleaseRow>({
    collection: slugs.releases,
    where: { and: [where, { type: { equals: 'release' } }] },
    select: releaseFields,
    sort: 'seq',
    limit: 0,
    pagination: false,
  });
  return docs.map(toCard);
}

export async function releaseById(payload: Payload, id: string): Promise<ReleasedCard | null> {
  if (!isIdOf(payload, id)) return null;
  const [release] = await releasesWhere(payload, { id: { equals: id } });
  return release ?? null;
}

/** Which of these cards were recalled, by the unique key of a recall. */
export async function recalledOf(payload: Payload, cards: readonly string[]): Promise<Set<string>> {
  if (cards.length === 0) return new Set();
  const { docs } = await payload.db.find<{ id: string | number; card: string }>({
    collection: slugs.releases,
    where: { key: { in: cards.map((card) => keys.recall(card as CardKey)) } },
    select: { card: true },
    limit: 0,
    pagination: false,
  });
  return new Set(docs.map(({ card }) => card));
}

export const receiptKey = (release: string, staff: string): string => `${release}:${staff}`;

export interface ReceiptRow {
  id: string | number;
  release: string;
  staff: string;
  state: ReceiptState;
  reason?: string | null;
  at: string;
  proof?: string | number | null;
}

export async function receiptsWhere(payload: Payload, where: Where): Promise<ReceiptRow[]> {
  const { docs } = await payload.db.find<ReceiptRow>({
    collection: slugs.receipts,
    where,
    sort: 'id',
    limit: 0,
    pagination: false,
  });
  return docs;
}

export const toReceipt = (row: ReceiptRow): Receipt => ({
  state: row.state,
  reason: row.reason ?? null,
  at: Date.parse(row.at),
});
