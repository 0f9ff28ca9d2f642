import type { Locale } from '@/core/model';
import { wallTimeOf } from '@/core/time';
import type { AdminWords } from '@/core/words/admin';
import type { TeamProgress } from '@/server/desk/progress';
import { KindMark } from '@/ui/KindMark';
import { ProgressBar, ProgressNumbers, sumOf } from '../../parts/ProgressBar';
import { StatusMark } from '../../parts/StatusMark';
import { ZoneNote } from '../../parts/ZoneNote';

interface Given {
  progress: TeamProgress;
  words: AdminWords;
  locale: Locale;
}

type Release = TeamProgress['releases'][number];

/** Names of those in one state, with the reason where one was given. */
const People = ({ release, progress, words }: Omit<Given, 'locale'> & { release: Release }) => {
  const marks = progress.staff.flatMap(({ staff, name, cards }) =>
    cards.filter((card) => card.release === release.release).map((card) => ({ staff, name, ...card })),
  );
  if (marks.length === 0) return <p className="md-quiet">{words.progress.noReceipts}</p>;
  return (
    <table className="md-table">
      <thead>
        <tr>
          <th scope="col">{words.progress.person}</th>
          <th scope="col">{words.status.now}</th>
          <th scope="col">{words.progress.why}</th>
        </tr>
      </thead>
      <tbody>
        {marks.map(({ staff, name, state, reason }) => (
          <tr key={staff}>
            <th scope="row">{name}</th>
            <td>
              <i className={`md-dot md-bar-${state}`} aria-hidden="true" /> {words.progress.states[state]}
            </td>
            <td>{reason ?? (state === 'skipped' ? words.progress.noReason : '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const CardRow = ({ release, ...given }: Given & { release: Release }) => {
  const { words } = given;
  const at = Date.parse(release.dueAt);
  return (
    <li>
      <details>
        <summary>
          <span className="md-row-head">
            <time dateTime={release.dueAt}>
              {wallTimeOf(at, release.timezone)}
              <ZoneNote zone={release.timezone} at={at} />
            </time>
            <KindMark kind={release.kind} label={words.kinds[release.kind]} />
            <strong>{release.title}</strong>
            {release.recalled ? <StatusMark status="recalled" label={words.progress.recalled} /> : null}
            <span className="md-quiet md-small">
              {words.audience(release.audience.visibility, release.audience.segments)}
            </span>
            <span className="md-row-sum">
              {words.progress.of(release.counts.posted, sumOf(release.counts))}
            </span>
          </span>
          <ProgressBar counts={release.counts} words={words} />
          <ProgressNumbers counts={release.counts} words={words} />
        </summary>
        <People release={release} {...given} />
      </details>
    </li>
  );
};

/** Feed by feed, card by card; a card opens to the people. */
export const CardRows = (given: Given) => {
  const { progress, words } = given;
  const feeds = [...new Map(progress.releases.map(({ feed, feedName }) => [feed, feedName]))];
  return (
    <section aria-labelledby="md-by-card">
      <h2 id="md-by-card">{words.progress.byCard}</h2>
      {feeds.map(([feed, name]) => (
        <div key={feed} className="md-feed-rows">
          <h3>{name}</h3>
          <ul className="md-rows">
            {progress.releases
              .filter((release) => release.feed === feed)
              .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
              .map((release) => (
                <CardRow key={release.release} release={release} {...given} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
