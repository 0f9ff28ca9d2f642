import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import type { TeamProgress } from '@/server/desk/progress';
import { barOrder, ProgressBar, sumOf } from '../../parts/ProgressBar';

/** Person by person: a bar and its numbers. */
export const PersonRows = ({
  progress,
  words,
}: {
  progress: TeamProgress;
  words: AdminWords;
  locale: Locale;
}) => (
  <section aria-labelledby="md-by-person">
    <h2 id="md-by-person">{words.progress.byPerson}</h2>
    <div className="md-table-wrap">
      <table className="md-table md-people">
        <thead>
          <tr>
            <th scope="col">{words.progress.person}</th>
            <th scope="col" className="md-bar-cell">
              {words.progress.overall}
            </th>
            {barOrder.map((state) => (
              <th key={state} scope="col" className="md-number">
                {words.progress.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.staff.map(({ staff, name, counts }) => (
            <tr key={staff}>
              <th scope="row">{name}</th>
              <td className="md-bar-cell">
                <ProgressBar counts={counts} words={words} />
                <span className="md-quiet md-small">{words.progress.of(counts.posted, sumOf(counts))}</span>
              </td>
              {barOrder.map((state) => (
                <td
                  key={state}
                  className="md-number"
                  data-label={words.progress.states[state]}
                  data-none={counts[state] === 0}
                >
                  {counts[state]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
