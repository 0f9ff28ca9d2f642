import { whats } from '@/core/decisions';
import { readDate } from '@/endpoints/desk';

/** What the form holds: dates as `YYYY-MM-DD`, empty for what is not asked. */
export interface Filled {
  from: string;
  to: string;
  feed: string;
  what: string;
  post: string;
  page: number;
}

export type Asked = Record<string, string | string[] | undefined>;

const one = (asked: Asked, name: string): string => {
  const value = asked[name];
  return typeof value === 'string' ? value.slice(0, 64) : '';
};

/**
 * What was filled in, as far as it can be understood: an address typed by hand shows everything, no error. Two days
 * that are given the wrong way round are taken in their order.
 */
export const filledIn = (asked: Asked): Filled => {
  const what = one(asked, 'what');
  const from = readDate(one(asked, 'from')) ?? '';
  const to = readDate(one(asked, 'to')) ?? '';
  const isBackwards = from !== '' && to !== '' && to < from;
  return {
    ...(isBackwards ? { from: to, to: from } : { from, to }),
    feed: one(asked, 'feed'),
    what: (whats as readonly string[]).includes(what) ? what : '',
    post: /^[0-9a-f]{1,24}$/i.test(one(asked, 'post')) ? one(asked, 'post') : '',
    page: Math.min(10_000, Math.max(1, Number.parseInt(one(asked, 'page'), 10) || 1)),
  };
};
