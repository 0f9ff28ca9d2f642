import type { ServerProps } from 'payload';
import { actorOf, can } from '@/core/abilities';
import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { whenWords } from '@/core/words/when';
import { isOneLeftOpen } from '@/server/fences/complete';
import { releaseClock } from '@/server/scheduler/clock';
import { isSilent, lastPass } from '@/server/scheduler/heartbeat';
import { loadSettings } from '@/server/settings/load';
import { stopState } from '@/server/stop/state';
import { StopBanner } from './StopBanner';

/** Above every page of the admin: what keeps everything from going out, with what to do. */
export const AdminHeader = async ({ payload, user, i18n }: ServerProps) => {
  const actor = actorOf(user);
  if (!can(actor, 'admin.open')) return null;
  const locale = localeOfLanguage(i18n.language);
  const { warn } = adminWords[locale];
  const { now } = await releaseClock(payload);
  const [stop, last, { timezone: zone }, isOpen] = [
    await stopState(payload),
    await lastPass(payload, now),
    await loadSettings(payload),
    await isOneLeftOpen(payload, now),
  ];
  return (
    <div className="md md-header">
      <StopBanner initial={stop} zone={zone} now={now} mayResume={can(actor, 'release.resume')} />
      {isOpen ? (
        <div className="md-note md-note-stop" role="alert">
          <strong>{warn.openTitle}</strong>
          <p>{warn.openDo}</p>
        </div>
      ) : null}
      {isSilent(last, now) ? (
        <div className="md-note md-note-stop" role="alert">
          <strong>{warn.silentTitle}</strong>
          <p>
            {last ? warn.silentSince(whenWords({ at: last.at, now, zone }, locale)) : warn.silentNever}{' '}
            {warn.silentDo}
          </p>
        </div>
      ) : null}
    </div>
  );
};
