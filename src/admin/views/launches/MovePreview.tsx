'use client';
import type { Instant } from '@/core/model';
import { addDays, daysBetween, localDateOf } from '@/core/time';
import { launchPageWords } from '@/core/words/launchPages';
import { dayWords } from '@/core/words/text';
import { fullDay, whenWords } from '@/core/words/when';
import type { PostMove, TriedReschedule } from '@/server/launches/tryReschedule';
import type { LaunchScreen } from '@/server/screens/launch';
import { KindMark } from '@/ui/KindMark';
import { useWords } from '../../parts/useWords';

interface Given {
  launch: LaunchScreen;
  tried: TriedReschedule;
}

interface StripProps {
  label: string;
  days: readonly string[];
  /** Instant and phase of each post. */
  marks: readonly { at: Instant; phase: string; id: string }[];
  launchAt: Instant | null;
  zone: string;
}

/** A row of days with a mark for each post, in the colour of its phase. */
const Strip = ({ label, days, marks, launchAt, zone }: StripProps) => {
  const { locale } = useWords();
  const launchDay = launchAt === null ? null : localDateOf(launchAt, zone);
  return (
    <>
      <span className="md-move-label">{label}</span>
      {days.map((day) => (
        <span
          key={day}
          className="md-move-day"
          data-launch={day === launchDay ? 'yes' : undefined}
          title={fullDay(day, locale)}
        >
          {marks
            .filter(({ at }) => localDateOf(at, zone) === day)
            .map(({ id, phase }) => (
              <i key={id} className={`md-phase-${phase}`} />
            ))}
          {day === launchDay ? <b>T</b> : null}
        </span>
      ))}
    </>
  );
};

const mostDays = 45;

/** Before and after on one calendar; nothing where they are too far apart to be drawn beside each other. */
const Drawn = ({ launch, tried }: Given) => {
  const { locale } = useWords();
  const words = launchPageWords[locale].move;
  const { timezone: zone, steps, phases } = launch;
  const phaseOf = new Map(
    steps.map(({ post, phase }) => [post, phase === null ? '' : (phases[phase]?.key ?? '')]),
  );
  const marks = (which: 'before' | 'after') =>
    tried.posts.flatMap(({ post, [which]: at }) =>
      at === null ? [] : [{ at, id: post, phase: phaseOf.get(post) ?? '' }],
    );
  const all = [...marks('before'), ...marks('after')].map(({ at }) => localDateOf(at, zone)).sort();
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  const count = daysBetween(first, last) + 1;
  if (count > mostDays) return null;
  const days = Array.from({ length: count }, (_, n) => addDays(first, n));
  return (
    <div
      className="md-move-drawn"
      style={{ gridTemplateColumns: `auto repeat(${count}, minmax(0, 1fr))` }}
      aria-hidden="true"
    >
      <span />
      {days.map((day, n) => (
        <span key={day} className={`md-move-date${n === count - 1 ? ' md-move-last' : ''}`}>
          {n === 0 || n === count - 1 || (n % 5 === 0 && n < count - 3) ? dayWords(day, locale) : ''}
        </span>
      ))}
      <Strip label={words.before} days={days} marks={marks('before')} launchAt={tried.from} zone={zone} />
      <Strip label={words.after} days={days} marks={marks('after')} launchAt={tried.to} zone={zone} />
    </div>
  );
};

const MoveLine = ({ move, launch }: { move: PostMove; launch: LaunchScreen }) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].move;
  const { timezone: zone, now } = launch;
  const when = (at: Instant) => whenWords({ at, now, zone }, locale);
  const { before, after, how, lapses, hits, fates, title, kind, status } = move;
  const isOut = how === 'stays' && (status === 'released' || status === 'recalled');
  const goes = fates.find(({ outcome }) => outcome === 'defer');
  const notes = [
    isOut ? words.isOut : words.how[how],
    lapses ? words.lapses : '',
    goes ? words.goes(when(goes.at)) : '',
  ].filter(Boolean);
  return (
    <li>
      <span className="md-move-title">
        <KindMark kind={kind} label={common.kinds[kind]} /> {title}
      </span>
      <strong className="md-move-when">
        {before === null || after === null
          ? ''
          : before === after
            ? when(before)
            : words.arrow(when(before), when(after))}
      </strong>
      {notes.length > 0 ? <span className="md-quiet md-small">{notes.join(' · ')}</span> : null}
      {hits.map((hit) => (
        <span key={hit} className="md-launch-note md-small">
          {hit}
        </span>
      ))}
    </li>
  );
};

/** What a move does, first in numbers and drawn, then what needs a look, then every post. */
export const MovePreview = ({ launch, tried }: Given) => {
  const { locale } = useWords();
  const words = launchPageWords[locale].move;
  const { posts, exceptions } = tried;
  const moved = posts.filter(({ how }) => how !== 'stays');
  const hit = posts.filter(({ hits, fates }) => hits.length > 0 || fates.length > 0);
  const stays = posts.length - moved.length;
  const lapsing = posts.filter(({ lapses }) => lapses).length;
  const changed = exceptions.filter(({ before, after }) => before !== after);
  return (
    <>
      <ul className="md-launch-counts">
        <li>{words.summary.moves(moved.length)}</li>
        {stays > 0 ? <li>{words.summary.stays(stays)}</li> : null}
        {lapsing > 0 ? <li className="md-launch-lacks">{words.summary.lapses(lapsing)}</li> : null}
        {hit.length > 0 ? <li className="md-launch-lacks">{words.summary.hits(hit.length)}</li> : null}
      </ul>
      {tried.lapses ? <p className="md-launch-note">{words.scriptLapses}</p> : null}
      <Drawn launch={launch} tried={tried} />
      {hit.length > 0 ? (
        <section aria-labelledby="md-move-hits">
          <h3 id="md-move-hits">{words.hits}</h3>
          <ul className="md-move-list">
            {hit.map((move) => (
              <MoveLine key={move.post} move={move} launch={launch} />
            ))}
          </ul>
        </section>
      ) : (
        <p>{words.allFit}</p>
      )}
      {changed.length > 0 ? (
        <section aria-labelledby="md-move-exceptions">
          <h3 id="md-move-exceptions">{words.exceptions}</h3>
          <ul className="md-move-list">
            {changed.map(({ before, after }) => (
              <li key={before}>{words.arrow(before, after)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <details className="md-launch-folded" open={hit.length === 0}>
        <summary>{words.all(posts.length)}</summary>
        <ul className="md-move-list">
          {posts.map((move) => (
            <MoveLine key={move.post} move={move} launch={launch} />
          ))}
        </ul>
      </details>
    </>
  );
};
