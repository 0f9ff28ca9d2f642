'use client';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type OpenTime, timelineOf } from '@/core/launch';
import type { Channel, LocalDate } from '@/core/model';
import { localDateOf, wallTimeOf } from '@/core/time';
import { launchPageWords } from '@/core/words/launchPages';
import { phaseName } from '@/core/words/launchPhases';
import { dayOffsetWords } from '@/core/words/offset';
import { dayWords } from '@/core/words/text';
import { dayFrom, whenWords } from '@/core/words/when';
import type { LaunchScreen, LaunchStep } from '@/server/screens/launch';
import { useWords } from '../../parts/useWords';
import { DayMeters } from './DayMeters';
import { StepCard } from './StepCard';
import { fateOf } from './stepFate';
import { useDrag } from './useDrag';

interface TimelineProps {
  launch: LaunchScreen;
  selected: string | null;
  onSelect: (id: string) => void;
  /** Null: the launch cannot be moved by this person now. */
  onMove: ((date: LocalDate) => void) | null;
}

/** How many rows a channel needs: as many as its fullest day has steps. */
const rowsOf = (days: readonly { items: readonly LaunchStep[] }[], channel: Channel): number =>
  Math.max(1, ...days.map(({ items }) => items.filter((item) => item.channel === channel).length));

/** A place in the grid; as variables, because a phone has a list instead. */
const place = (column: string | number, row: string | number): CSSProperties =>
  ({ '--column': column, '--row': row }) as CSSProperties;

/** Where an open time lies across so many columns. */
const spanOf = ({ from, to }: OpenTime, columns: number): CSSProperties => ({
  marginInlineStart: `${(from / columns) * 100}%`,
  marginInlineEnd: `${(1 - to / columns) * 100}%`,
});

const by: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Days as columns, channels as rows, phases as bands above; on a phone the same as a list by day. */
export const Timeline = ({ launch, selected, onSelect, onMove }: TimelineProps) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].line;
  const { launchAt, timezone: zone, steps, phases, holidays, now } = launch;
  const [current, setCurrent] = useState<string | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const ghosts = steps.flatMap((step) => {
    const fate = fateOf(step);
    if (fate?.code !== 'goes') return [];
    const date = localDateOf(fate.at, zone);
    return date === localDateOf(step.at, zone) ? [] : [{ step, at: fate.at, date }];
  });
  const shown = ghosts.map(({ at }) => at);
  const line =
    launchAt === null ? null : timelineOf(steps, { launchAt, timezone: zone }, { holidays, shown });
  const days = line?.days ?? [];
  const launchDay = days.findIndex(({ offset }) => offset === 0);
  const drag = useDrag({
    // Of days that are folded the one next to the launch.
    days: days.map(({ date, until, offset }) => (offset < 0 ? until : date)),
    start: launchDay,
    onDrop: (date) => onMove?.(date),
  });
  const first = line === null ? 0 : (line.days.findIndex(({ items }) => items.length > 0) ?? 0);

  // What is chosen, else the launch day, is in view to begin with; the page itself does not scroll for it.
  useEffect(() => {
    const box = scroller.current;
    const seen = box?.querySelector<HTMLElement>('[aria-pressed="true"], [data-launch="yes"]');
    if (!box || !seen || box.scrollWidth <= box.clientWidth) return;
    const { left, width } = seen.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (left + width > frame.right) box.scrollLeft += left + width - frame.right + frame.width / 4;
  }, []);

  if (line === null || launchAt === null) return <p className="md-note md-line-note">{words.noTime}</p>;
  if (steps.length === 0) return <p className="md-note md-line-note">{words.empty}</p>;

  const { bands, channels, open } = line;
  const lanes = Math.max(0, ...bands.map(({ lane }) => lane + 1));
  const bandRow = 2;
  const firstRow = bandRow + lanes;
  let nextRow = firstRow;
  const starts = new Map<Channel, { row: number; rows: number }>();
  for (const channel of channels) {
    // The open time of a flash group has a row of its own above its steps.
    const rows = rowsOf(days, channel) + (channel === 'flash-group' && open ? 1 : 0);
    starts.set(channel, { row: nextRow, rows });
    nextRow += rows;
  }
  const ordered = days.flatMap(({ items }) => items);
  const tabbed = ordered.find(({ id }) => id === (current ?? selected))?.id ?? days[first]?.items[0]?.id;
  const today = localDateOf(now, zone);

  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const last = ordered.length - 1;
    const at = ordered.findIndex((step) => step.id === id);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : by[event.key] === undefined
            ? -1
            : at + (by[event.key] ?? 0);
    const next = ordered[to];
    if (to < 0 || !next) return;
    event.preventDefault();
    setCurrent(next.id);
    document.getElementById(`md-step-${next.id}`)?.focus();
  };
  const rowIn = (items: readonly LaunchStep[], step: LaunchStep): number => {
    const start = starts.get(step.channel)?.row ?? firstRow;
    const before = items.filter((item) => item.channel === step.channel).indexOf(step);
    return start + before + (step.channel === 'flash-group' && open ? 1 : 0);
  };
  const columns = `var(--md-line-names) ${days
    .map(({ items, count }) =>
      items.length > 0 ? 'minmax(138px, 1fr)' : count > 1 ? 'minmax(112px, 0.4fr)' : 'minmax(58px, 0.35fr)',
    )
    .join(' ')}`;
  const whole = days.length + 1;
  const day = { from: localDateOf(launchAt, zone), weekday: false };

  return (
    <section ref={scroller} className="md-line" aria-label={words.title}>
      <div className="md-line-grid" style={{ '--columns': columns } as CSSProperties} ref={drag.grid}>
        <div className="md-line-corner" style={place(1, `1 / ${nextRow}`)} />
        {channels.map((channel) => {
          const { row, rows } = starts.get(channel) ?? { row: firstRow, rows: 1 };
          return (
            <div
              key={channel}
              className="md-line-channel"
              style={place(`1 / span ${whole}`, `${row} / span ${rows}`)}
            >
              <span>{common.channels[channel]}</span>
            </div>
          );
        })}
        {bands.map(({ phase, from, to, lane }) => {
          const one = phases[phase];
          return one ? (
            <div
              key={phase}
              className={`md-band md-phase-${one.key}`}
              style={place(`${from + 2} / span ${to - from + 1}`, bandRow + lane)}
              title={phaseName(one, locale)}
            >
              <i aria-hidden="true">{phase + 1}</i>
              <span>{phaseName(one, locale)}</span>
            </div>
          ) : null;
        })}
        {open && starts.has('flash-group') ? (
          <div
            className="md-line-open"
            style={{
              ...place(`2 / span ${days.length}`, starts.get('flash-group')?.row ?? firstRow),
              ...spanOf(open, days.length),
            }}
          >
            {words.open}
          </div>
        ) : null}
        {days.map(({ date, until, count, offset, holidays: names, items }, n) => {
          const isLaunch = offset === 0;
          const own = ghosts.filter((ghost) => ghost.date === date);
          const weekend = count === 1 && [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
          const isEmpty = items.length === 0 && own.length === 0 && !isLaunch;
          const isToday = date <= today && today <= until;
          return (
            <div
              key={date}
              className="md-line-day"
              data-empty={isEmpty ? (count > 1 ? 'days' : 'day') : undefined}
            >
              <div
                className={`md-line-ground${isLaunch ? ' md-line-launch' : ''}${weekend ? ' md-line-weekend' : ''}${drag.over === n ? ' md-line-over' : ''}`}
                style={place(n + 2, `1 / ${nextRow}`)}
                aria-hidden="true"
              />
              <div
                className="md-line-head"
                style={place(n + 2, 1)}
                data-day={date}
                data-launch={isLaunch ? 'yes' : undefined}
              >
                <h3>
                  {isLaunch && onMove ? (
                    <button
                      type="button"
                      className="md-line-handle"
                      aria-label={words.handle(whenWords({ at: launchAt, now, zone }, locale))}
                      {...drag.handle}
                    >
                      <span aria-hidden="true">⠿</span> T
                    </button>
                  ) : count > 1 ? null : (
                    <strong>{dayOffsetWords(offset)}</strong>
                  )}
                  <span>
                    {count > 1
                      ? words.span(dayFrom(date, day, locale), dayFrom(until, day, locale))
                      : dayFrom(date, { ...day, weekday: true }, locale)}
                    {isToday ? ` · ${words.today}` : ''}
                  </span>
                  {isEmpty ? <span className="md-quiet md-line-nothing">{words.nothing(count)}</span> : null}
                </h3>
                {isLaunch ? (
                  <p className="md-line-at">
                    {wallTimeOf(launchAt, zone)} {words.launch}
                  </p>
                ) : null}
                {drag.over === n && drag.over !== launchDay ? (
                  <p className="md-line-drop" role="status">
                    {words.drop(dayWords(offset < 0 ? until : date, locale))}
                  </p>
                ) : null}
                {names.map((name) => (
                  <p key={name} className="md-line-holiday">
                    {name}
                  </p>
                ))}
                {count > 1 ? null : <DayMeters launch={launch} date={date} />}
                {own.map((ghost) => (
                  <p key={ghost.step.id} className="md-line-ghost">
                    {wallTimeOf(ghost.at, zone)} {words.from(ghost.step.title)}
                  </p>
                ))}
              </div>
              {items.map((step) => (
                <div key={step.id} className="md-line-cell" style={place(n + 2, rowIn(items, step))}>
                  <StepCard
                    launch={launch}
                    step={step}
                    isSelected={step.id === selected}
                    isCurrent={step.id === tabbed}
                    onSelect={() => {
                      setCurrent(step.id);
                      onSelect(step.id);
                    }}
                    onKeyDown={(event) => onKeyDown(event, step.id)}
                  />
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <p className="md-quiet md-small md-line-keys">{words.keys}</p>
    </section>
  );
};
