import {
  APIError,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { normalUsername } from '@/core/accounts';
import { wordsFor } from '@/server/auth/language';
import { clientAddress, giveBack, takeTry } from '@/server/auth/tries';

const key = 'users:try';

/**
 * Guessing is bounded by where it comes from, never by the account: nobody can lock a colleague out.
 * The try is taken before the password is looked at, so that twenty at once are twenty; a right one is
 * given back. The product's own calls (no HTTP) are not counted.
 */
export const boundSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (req.payloadAPI === 'local') return;
  if (operation !== 'login' && operation !== 'forgotPassword' && operation !== 'resetPassword') return;
  const attempt = { address: clientAddress(req.headers), name: nameIn(args) };
  const waitSeconds = await takeTry(attempt);
  if (waitSeconds > 0) throw new APIError(wordsFor(req).tooManyTries(waitSeconds), 429);
  if (operation === 'login') remember(req, attempt);
};

export const giveBackTry: CollectionAfterLoginHook = async ({ req }) => {
  const attempt = req.context?.[key];
  if (attempt) await giveBack(attempt as { address: string; name: string });
};

function remember(req: PayloadRequest, attempt: { address: string; name: string }): void {
  req.context ??= {};
  req.context[key] = attempt;
}

/** As Payload looks the account up: the first name that is more than spaces, in the one way it is stored. */
function nameIn(args: object): string {
  const data: unknown = 'data' in args ? args.data : null;
  if (typeof data !== 'object' || data === null) return '';
  const given = data as Record<string, unknown>;
  const names = [given.username, given.email].map((value) =>
    typeof value === 'string' ? normalUsername(value) : '',
  );
  return (names.find((name) => name !== '') ?? '').slice(0, 200);
}
