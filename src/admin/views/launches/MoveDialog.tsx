'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { Instant, LocalDate } from '@/core/model';
import { localDateOf, wallTimeOf } from '@/core/time';
import { launchPageWords } from '@/core/words/launchPages';
import { dayAndWall, zoneName } from '@/core/words/when';
import type { LaunchScreen } from '@/server/screens/launch';
import { Ask } from '../../parts/Ask';
import { Problems } from '../../parts/Problems';
import { postTo } from '../../parts/useAct';
import { useSlow } from '../../parts/useSlow';
import { useWords } from '../../parts/useWords';
import { instantFrom } from './draft';
import { MovePreview } from './MovePreview';
import { useTryMove } from './useTryMove';

interface MoveDialogProps {
  launch: LaunchScreen;
  launchAt: Instant;
  /** The day on which the handle was dropped. */
  date: LocalDate | null;
  onClose: () => void;
}

/** Another time for a launch: what that does is shown before anything is saved. */
export const MoveDialog = ({ launch, launchAt, date: dropped, onClose }: MoveDialogProps) => {
  const { words: common, locale } = useWords();
  const page = launchPageWords[locale];
  const words = page.move;
  const { id, name, timezone: zone } = launch;
  const router = useRouter();
  const [date, setDate] = useState(dropped ?? localDateOf(launchAt, zone));
  const [time, setTime] = useState(wallTimeOf(launchAt, zone));
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [, startMoving] = useTransition();
  const at = instantFrom(date, time, zone);
  const isSame = at === launchAt;
  const asked = isSame ? null : at;
  const tried = useTryMove(id, asked);
  const waiting = asked !== null && tried === null;
  const slow = useSlow(waiting || busy);

  const move = async (): Promise<boolean> => {
    if (at === null) return false;
    setBusy(true);
    setRefused([]);
    try {
      const answer = await postTo(
        `/api/launch-scripts/${id}/reschedule`,
        { launchAt: new Date(at).toISOString() },
        locale,
      );
      if (!answer.ok) {
        setRefused(answer.problems.length > 0 ? answer.problems : [common.failed]);
        return false;
      }
      toast.success(page.act.done.reschedule);
      startMoving(() => router.refresh());
      return true;
    } catch {
      setRefused([common.failed]);
      return false;
    } finally {
      setBusy(false);
    }
  };

  return (
    <Ask
      question={words.ask(name)}
      send={words.send}
      leave={words.leave}
      onSend={move}
      onClose={onClose}
      ready={Boolean(tried?.value)}
      staysWhenRefused
      wide
    >
      <div className="md-launch-when">
        <input
          type="date"
          aria-label={page.form.date}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <input
          type="time"
          aria-label={page.form.time}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <span className="md-quiet md-small">
          {at === null ? '' : `${dayAndWall(at, zone, locale)} · `}
          {page.form.zone(zoneName(zone, locale))}
        </span>
      </div>
      <Problems title={page.act.refused} problems={[...refused, ...(tried?.problems ?? [])]} stop />
      <div className="md-move-preview" aria-live="polite" aria-busy={waiting}>
        {isSame ? <p className="md-quiet">{words.same}</p> : null}
        {waiting && !slow ? <p className="md-quiet">{words.trying}</p> : null}
        {slow ? (
          <p className="md-busy" role="status">
            {busy ? page.act.busy : words.trying}
            <progress aria-label={busy ? page.act.busy : words.trying} />
          </p>
        ) : null}
        {tried?.value ? <MovePreview launch={launch} tried={tried.value} /> : null}
      </div>
    </Ask>
  );
};
