import type { ServerProps } from 'payload';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { noRecovery } from '@/server/auth/recovery';

/** Below the sign-in form: where staff go instead, and who helps with a password while no mail can. */
export const StaffHint = ({ i18n, payload }: ServerProps) => {
  const words = adminWords[localeOfLanguage(i18n.language)];
  return (
    <div className="md md-staff-hint">
      {noRecovery(payload) ? <p className="md-no-recovery md-quiet">{words.recovery.hint}</p> : null}
      <p>
        <span className="md-quiet">{words.staffOnLogin}</span> <a href="/desk">{words.toDesk}</a>
      </p>
    </div>
  );
};
