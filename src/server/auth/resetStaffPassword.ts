import { randomInt } from 'node:crypto';
import { APIError, type PayloadRequest } from 'payload';
import { actorOf, can, idOf, rolesIn } from '../../core/abilities';
import { mayManage } from '../../core/abilities/people';
import { readablePassword } from '../../core/accounts';
import { wordsFor } from './language';

/**
 * A manager (for staff of his team) or an admin gives somebody a new password without mail. It is
 * answered once, to be told in person, and stored nowhere in the clear; all sessions of the person end.
 * @throws APIError 401, 403, 404
 */
export async function resetStaffPassword(
  req: PayloadRequest,
  id: string,
): Promise<{ id: string; name: string; password: string }> {
  const words = wordsFor(req);
  const actor = actorOf(req.user);
  if (actor === null) throw new APIError(words.signedOut, 401);
  if (!can(actor, 'user.resetPassword')) throw new APIError(words.notAllowed, 403);

  // On behalf of the person: whom he may not see is not there for him.
  const person = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  });
  if (!person) throw new APIError(words.noSuchUser, 404);
  const account = { id: idOf(person.id) ?? '', roles: rolesIn(person.roles), team: idOf(person.team) };
  if (!mayManage(actor, account)) throw new APIError(words.resetNotAllowed, 403);

  const password = readablePassword((below) => randomInt(below));
  await req.payload.update({
    collection: 'users',
    id: person.id,
    data: { password },
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  return { id: account.id, name: person.name, password };
}
