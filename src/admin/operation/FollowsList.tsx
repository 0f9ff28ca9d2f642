'use client';
import { operationWords } from '@/core/words/operation';
import type { Following, Follows, Group } from '@/server/stop/preview';
import { useWords } from '../parts/useWords';
import { When } from '../parts/When';

const shown: readonly Group[] = ['now', 'late', 'deferred', 'waits', 'expired'];
const mostShown = 8;

interface LineProps {
  one: Following;
  group: Group;
  now: number;
}

const Line = ({ one, group, now }: LineProps) => {
  const { locale } = useWords();
  const { resume } = operationWords[locale];
  const { title, feedName, plannedAt, zone, at, lateMinutes } = one;
  return (
    <li>
      <span>{locale === 'zh' ? `《${title}》` : `“${title}”`}</span>
      <span className="md-quiet md-small">
        {feedName} · <When {...{ at: plannedAt, now, zone, locale }} say={resume.planned} />
        {group === 'late' ? ` · ${resume.minutes(lateMinutes)}` : null}
        {group === 'deferred' ? (
          <>
            {' '}
            <When {...{ at, now, zone, locale }} say={resume.to} />
          </>
        ) : null}
      </span>
    </li>
  );
};

/** What resuming does at once, the most pressing first. */
export const FollowsList = ({ follows, now }: { follows: Follows; now: number }) => {
  const { locale } = useWords();
  const { resume } = operationWords[locale];
  const groups = shown.filter((group) => follows[group].length > 0);
  return (
    <div className="md-follows">
      {groups.length + follows.elsewhere === 0 ? <p>{resume.nothing}</p> : null}
      {groups.map((group) => (
        <section key={group}>
          <h3>
            {resume[group]} <span className="md-quiet">{follows[group].length}</span>
          </h3>
          <ul>
            {follows[group].slice(0, mostShown).map((one) => (
              <Line key={one.card} {...{ one, group, now }} />
            ))}
          </ul>
          {follows[group].length > mostShown ? (
            <p className="md-quiet md-small">{resume.more(follows[group].length - mostShown)}</p>
          ) : null}
        </section>
      ))}
      {follows.elsewhere > 0 ? <p className="md-quiet">{resume.elsewhere(follows.elsewhere)}</p> : null}
    </div>
  );
};
