import type { Endpoint } from 'payload';
import { resetStaffPassword } from '@/server/auth/resetStaffPassword';

/** POST /api/users/:id/reset-password answers {id, name, password}, once. */
export const resetPassword: Omit<Endpoint, 'root'> = {
  path: '/:id/reset-password',
  method: 'post',
  handler: async (req) => {
    const given = await resetStaffPassword(req, String(req.routeParams?.id ?? ''));
    return Response.json(given, { headers: { 'Cache-Control': 'no-store' } });
  },
};
