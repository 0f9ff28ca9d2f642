import type { AdminViewServerProps } from 'payload';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { StaffOnly } from '../brand/StaffOnly';

/** Payload sends those here who are signed in and may not use the admin. */
export const UnauthorizedView = ({ initPageResult }: AdminViewServerProps) => (
  <StaffOnly words={adminWords[localeOfLanguage(initPageResult.req.i18n.language)]} />
);
