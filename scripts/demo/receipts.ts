import { random } from './pictures/elements';

export interface DemoReceipt {
  state: 'copied' | 'posted' | 'skipped';
  reason?: string;
  /** Minutes after the release. */
  after: number;
}

const reasons = ['今天休息', '这条和昨天发的有点像', '客户刚问过同一件事，单独回了', '手机送修了'];

/** What one staff member did with one card: the same every time, told from the two names. */
export function receiptOf(card: string, staff: string): DemoReceipt | null {
  let seed = 2166136261;
  for (const char of `${card}/${staff}`) seed = Math.imul(seed ^ (char.codePointAt(0) ?? 0), 16777619);
  const next = random(seed);
  next();
  const luck = next();
  const after = 2 + Math.floor(next() * 70);
  if (luck < 0.82) return { state: 'posted', after };
  if (luck < 0.88) return { state: 'copied', after };
  if (luck < 0.94) return { state: 'skipped', after, reason: reasons[Math.floor(next() * reasons.length)] };
  return null;
}
