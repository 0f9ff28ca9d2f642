import type { Endpoint } from 'payload';
import { resetStaffPassword } from '@/server/auth/resetStaffPassword';

/** POST /users/:id/reset-password — answers {id, name, password} once. Belongs to the users collection. */
export const userEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/reset-password',
    method: 'post',
    handler: async (req) => {
      const given = await resetStaffPassword(req, String(req.routeParams?.id ?? ''));
      return Response.json(given, { headers: { 'Cache-Control': 'no-store' } });
    },
  },
];
