import type { Instant, Locale } from '@/core/model';
import { urgencyOf } from '@/core/queue/urgency';
import { urgencyWords } from '@/core/words/queue';

/** 「6 小时后要发，还没审批」: nothing where there is time. */
export const Urgent = ({ at, now, locale }: { at: Instant | null; now: Instant; locale: Locale }) => {
  const urgency = urgencyOf({ dueAt: at, now });
  const said = urgencyWords({ urgency, at, now }, locale);
  return said ? <span className={`md-urgent md-urgent-${urgency}`}>{said}</span> : null;
};
