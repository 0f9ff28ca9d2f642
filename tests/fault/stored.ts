import { createClient } from '@libsql/client';
import type { Audience } from '@/core/model';
import type { Booted } from '../setup/boot';

export interface Row {
  log: string;
  seq: number;
  type: 'release' | 'void' | 'recall' | 'end';
  key: string;
  card: string;
  feed: string;
  kind: string;
  outcome: 'skip' | 'hold' | 'expire';
  audience: { visibility: Audience['visibility']; segments: { id: string }[] };
  content: { text: string; overlap: number };
  reason: { zh?: string; en?: string } | null;
  dueAt: number;
  releasedAt: number;
  localDate: string;
}

export interface PostRow {
  id: string;
  status: string;
  inFlight: boolean;
  states: { feed: string; variantKey: string; state: string }[];
}

export interface Stored {
  rows: Row[];
  posts: PostRow[];
}

type Raw = Record<string, unknown>;

const json = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
const instant = (value: unknown): number =>
  value instanceof Date ? value.getTime() : Date.parse(String(value));

const entryOf = (row: Raw): Row => ({
  log: String(row.log),
  seq: Number(row.seq),
  type: row.type as Row['type'],
  key: String(row.key),
  card: String(row.card),
  feed: String(row.feed),
  kind: String(row.kind),
  outcome: row.outcome as Row['outcome'],
  audience: json(row.audience),
  content: json(row.content),
  // A void has bare text.
  reason: row.type === 'void' ? null : json(row.reason ?? null),
  dueAt: instant(row.dueAt ?? row.due_at),
  releasedAt: instant(row.releasedAt ?? row.released_at),
  localDate: String(row.localDate ?? row.local_date),
});

const postOf = (row: Raw): PostRow => ({
  id: String(row.id ?? row._id),
  status: String(row.status),
  inFlight: Number(row.inFlight ?? row.in_flight) === 1,
  states: (json(row.cardStates ?? row.card_states) ?? []) as PostRow['states'],
});

const inOrder = (a: Row, b: Row): number => (a.log === b.log ? a.seq - b.seq : a.log < b.log ? -1 : 1);

const storedOf = (releases: readonly Raw[], posts: readonly Raw[]): Stored => ({
  rows: releases.map(entryOf).sort(inOrder),
  posts: posts.map(postOf),
});

/** Reads a SQLite file with a client of its own: nothing of the product is asked what is in it. */
export async function readFile(url: string): Promise<Stored> {
  const client = createClient({ url });
  try {
    const releases = await client.execute('SELECT * FROM releases');
    const posts = await client.execute('SELECT id, status, in_flight, card_states FROM posts');
    return storedOf(releases.rows, posts.rows);
  } finally {
    client.close();
  }
}

interface Driver {
  collection: (name: string) => { find: (where: object) => { toArray: () => Promise<Raw[]> } };
}

/** What is stored, past the product: in the file, or as MongoDB's driver answers it. */
export async function readStored({ kind, url, payload }: Booted): Promise<Stored> {
  if (kind === 'sqlite') return readFile(url);
  const { db } = (payload.db as unknown as { connection: { db: Driver } }).connection;
  const releases = await db.collection('releases').find({}).toArray();
  const posts = await db.collection('posts').find({}).toArray();
  return storedOf(releases, posts);
}
