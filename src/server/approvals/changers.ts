import type { PayloadRequest } from 'payload';

/** Who has changed what is approved since it was. */
export const changersOf = (row: Record<string, unknown>): string[] =>
  Array.isArray(row.changedBy) ? (row.changedBy as string[]) : [];

/** The same with the person of `req`. */
export const changersWith = (req: PayloadRequest, row: Record<string, unknown>): string[] => {
  const known = changersOf(row);
  return req.user ? [...new Set([...known, String(req.user.id)])] : known;
};
