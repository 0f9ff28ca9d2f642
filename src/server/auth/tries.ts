import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * In memory of this process: a bound on guessing needs no exactness across processes, and a store would
 * be one more thing to be down. Wrong tries only; right ones are given back.
 */
const windowSeconds = 300;
const byName = new RateLimiterMemory({ keyPrefix: 'sign-in-name', points: 10, duration: windowSeconds });
/** An office of 200 people is behind one address. */
const byAddress = new RateLimiterMemory({
  keyPrefix: 'sign-in-address',
  points: 300,
  duration: windowSeconds,
});

export interface Attempt {
  address: string;
  name: string;
}

/** Takes one try. Answers 0 when it may go on, else the seconds to wait. */
export async function takeTry(attempt: Attempt): Promise<number> {
  return Math.max(await take(byAddress, attempt.address), await take(byName, pair(attempt)));
}

/** A right password was no guess. */
export async function giveBack(attempt: Attempt): Promise<void> {
  await byAddress.reward(attempt.address, 1);
  await byName.delete(pair(attempt));
}

/** For tests, which come from one address. */
export async function forgetTries(attempt: Attempt): Promise<void> {
  await byAddress.delete(attempt.address);
  await byName.delete(pair(attempt));
}

/**
 * The first address of x-forwarded-for. Our own server sets that header to the address of the socket
 * and, unless TRUST_PROXY says that a proxy stands before it, drops what the client sent.
 */
export function clientAddress(headers: Headers | undefined): string {
  return headers?.get('x-forwarded-for')?.split(',')[0]?.trim().slice(0, 64) || 'unknown';
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key, 1);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

function pair({ address, name }: Attempt): string {
  return `${address} ${name}`;
}
