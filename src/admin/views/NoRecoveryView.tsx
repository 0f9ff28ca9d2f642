import { MinimalTemplate } from '@payloadcms/next/templates';
import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { adminWords, localeOfLanguage } from '@/core/words/admin';

/** In the place of Payload's form while no mail can be sent: it would say that one was. */
export const NoRecoveryView = ({ initPageResult }: AdminViewServerProps) => {
  const { recovery } = adminWords[localeOfLanguage(initPageResult.req.i18n.language)];
  return (
    <MinimalTemplate>
      <div className="md md-recovery">
        <h1>{recovery.title}</h1>
        <p>{recovery.ask}</p>
        <p className="md-quiet">{recovery.admins}</p>
        <p>
          <Link className="md-button" href="/admin/login" prefetch={false}>
            {recovery.back}
          </Link>
        </p>
      </div>
    </MinimalTemplate>
  );
};
