import { createLocalReq, type ServerProps } from 'payload';
import { actorWithFeeds } from '@/access';
import { can } from '@/core/abilities';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { launchPageWords } from '@/core/words/launchPages';
import { operationWords } from '@/core/words/operation';
import { presentNow } from '@/server/database/serverNow';
import { queueCount } from '@/server/screens/queue';
import { NavLink } from './NavLink';

/** The screens that are no collection: home, launches, what waits for approval, what was decided, what staff have done. */
export const NavLinks = async ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null;
  const req = await createLocalReq({ user }, payload);
  const actor = await actorWithFeeds(req);
  if (!actor || !can(actor, 'admin.open')) return null;
  const locale = localeOfLanguage(i18n.language);
  const words = adminWords[locale];
  const now = await presentNow(payload);
  const waiting = await queueCount({ payload, req, actor, now });
  return (
    <div className="md-nav">
      <NavLink href="/admin" label={words.home.title} exact />
      {can(actor, 'calendar.read') ? (
        <NavLink href="/admin/launches" label={launchPageWords[locale].nav} />
      ) : null}
      <NavLink href="/admin/approvals" label={words.queue.nav(waiting)} />
      {can(actor, 'decisions.read') ? (
        <NavLink href="/admin/decisions" label={operationWords[locale].decisions.title} />
      ) : null}
      {can(actor, 'progress.read') ? <NavLink href="/admin/progress" label={words.progress.title} /> : null}
    </div>
  );
};
