import { adminWords, localeOfLanguage } from '@/core/words/admin';

/** Below the sign-in form: where staff go instead. */
export const StaffHint = ({ i18n }: { i18n: { language: string } }) => {
  const words = adminWords[localeOfLanguage(i18n.language)];
  return (
    <p className="md md-staff-hint">
      <span className="md-quiet">{words.staffOnLogin}</span> <a href="/desk">{words.toDesk}</a>
    </p>
  );
};
