import { slugs } from '@collections/slugs';
import type { Payload, Where } from 'payload';
import type { Named } from '@/core/comments/mentions';
import { text } from '../posts/content';
import { namesOf } from './people';

/** A comment as it is stored. */
export interface CommentRow {
  id: string;
  subject: string;
  /** Of a launch script's step; empty for the whole. */
  step: string;
  text: string;
  by: string;
  byName: string;
  mentions: string[];
  /** ISO 8601, UTC. */
  at: string;
}

/** The same with the present names of the people in it. */
export interface CommentSaid extends Omit<CommentRow, 'mentions'> {
  mentions: Named[];
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Comments, oldest first; of very many the newest. */
export async function commentsWhere(payload: Payload, where: Where, limit = 1000): Promise<CommentRow[]> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: slugs.comments,
    where,
    sort: ['-at', '-id'],
    limit,
    pagination: false,
  });
  return docs.reverse().map((row) => ({
    id: String(row.id),
    subject: text(row.subject),
    step: text(row.step),
    text: text(row.text),
    by: text(row.by),
    byName: text(row.byName),
    mentions: idsIn(row.mentions),
    at: new Date(String(row.at)).toISOString(),
  }));
}

export async function withNames(payload: Payload, rows: readonly CommentRow[]): Promise<CommentSaid[]> {
  const names = await namesOf(
    payload,
    rows.flatMap(({ mentions }) => mentions),
  );
  return rows.map((row) => ({
    ...row,
    mentions: row.mentions.flatMap((id) => {
      const name = names.get(id);
      return name ? [{ id, name }] : [];
    }),
  }));
}
