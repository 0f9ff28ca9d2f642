import type { Payload } from 'payload';
import { seeOther } from '@/app/(desk)/_http/answers';
import { deskRequest } from '@/app/(desk)/_http/request';
import { actorOf, can } from '@/core/abilities';

/** Nobody is there yet: the first visitor makes the first administrator. */
const isNew = async (payload: Payload): Promise<boolean> =>
  (await payload.count({ collection: 'users' })).totalDocs === 0;

export const dynamic = 'force-dynamic';

/** The bare address: the admin for those who work there, the desk for everybody else. */
export const GET = async (request: Request): Promise<Response> => {
  const { payload, user } = await deskRequest(request);
  const actor = actorOf(user);
  const toAdmin = actor === null ? await isNew(payload) : actor.active && can(actor, 'admin.open');
  return seeOther(toAdmin ? '/admin' : '/desk');
};
