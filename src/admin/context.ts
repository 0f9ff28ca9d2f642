import type { PayloadRequest } from 'payload';
import { localeOfLanguage } from '@/core/words/admin';
import { contextOf } from '@/endpoints/respond';
import type { Context } from '@/server/context';

/** Who looks at a screen; in the language that Payload shows around it. Null: nobody who is signed in. */
export async function screenContext(req: PayloadRequest): Promise<Context | null> {
  const ctx = await contextOf(req);
  return ctx && { ...ctx, locale: localeOfLanguage(req.i18n?.language) };
}
