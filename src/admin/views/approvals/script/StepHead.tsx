import type { FeedRef } from '@/core/approval/content';
import { wallTimeOf } from '@/core/time';
import { launchReviewWords } from '@/core/words/launchReview';
import { listed } from '@/core/words/listed';
import type { ScriptStep } from '@/server/screens/script';
import { KindMark } from '@/ui/KindMark';
import { useWords } from '../../../parts/useWords';

interface Given {
  step: ScriptStep;
  feeds: readonly FeedRef[];
  timezone: string;
}

/** 「20:00 ● 开售 2 个版本 · 总店朋友圈」: a step on one line. */
export const StepHead = ({ step, feeds, timezone }: Given) => {
  const { words: all, locale } = useWords();
  const words = launchReviewWords[locale];
  const { scheduledAt: at, title, kind, view, holidays } = step;
  const names = feeds.filter(({ id }) => step.feeds.includes(id)).map(({ name }) => name);
  return (
    <>
      <span className="md-step-time">
        {at === null ? (
          '--:--'
        ) : (
          // The zone of all of them stands once, beside the launch's own time.
          <time dateTime={new Date(at).toISOString()} title={`${new Date(at).toISOString()} · ${timezone}`}>
            {wallTimeOf(at, timezone)}
          </time>
        )}
      </span>
      <span className="md-step-name">
        <KindMark kind={kind} label={all.kinds[kind]} /> <span className="md-step-title">{title}</span>
        {holidays.length > 0 ? (
          <span className="md-step-day">{words.onDay(listed(holidays, locale))}</span>
        ) : null}
      </span>
      <span className="md-step-meta md-quiet">
        {words.versions(view.versions.length)} · {listed(names, locale)}
      </span>
    </>
  );
};
