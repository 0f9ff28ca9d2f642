import { env } from '../env';
import { hasMail } from '../mail/noMail';

/** Why nobody can recover a password by mail here, as the word that says so; null where they can. */
export const noRecovery = (payload: { email: { name: string } }): 'noMail' | 'noServerUrl' | null => {
  if (!hasMail(payload)) return 'noMail';
  return env.SERVER_URL ? null : 'noServerUrl';
};
