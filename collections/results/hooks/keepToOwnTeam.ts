import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { teamUserIds } from '@/access/actor';
import { actorOf } from '@/core/abilities';
import { wordsFor } from '@/server/auth/language';

/** A person with a team writes down what people of that team came to. */
export const keepToOwnTeam: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if ((actorOf(req.user)?.team ?? null) === null) return data;
  const staff = data?.staff === undefined ? originalDoc?.staff : data.staff;
  if ((await teamUserIds(req)).some((id) => String(id) === staff)) return data;
  throw new APIError(wordsFor(req).resultsOfOwnTeam, 403);
};
