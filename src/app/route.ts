import { seeOther } from '@/app/(desk)/_http/answers';
import { deskRequest } from '@/app/(desk)/_http/request';
import { actorOf, can } from '@/core/abilities';

export const dynamic = 'force-dynamic';

/** The bare address: the admin for those who work there, the desk for everybody else. */
export const GET = async (request: Request): Promise<Response> => {
  const actor = actorOf((await deskRequest(request)).user);
  return seeOther(actor?.active && can(actor, 'admin.open') ? '/admin' : '/desk');
};
