import type { Id } from './model/store';

/** One call of the product and what the model answered, so that a real database can be asked the same. */
export interface Recorded {
  method: string;
  args: Record<string, unknown>;
  /** The transaction that it belongs to. */
  transaction: string | null;
  /** Undefined where it was refused; the other way round in `refused`. */
  result?: unknown;
  refused?: { message: string; code: unknown };
}

/** Ids that no other value can be mistaken for, as MongoDB has them. */
export const hexId = (n: number): Id => n.toString(16).padStart(24, 'a');
