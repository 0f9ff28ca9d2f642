import type { DeskCard } from '../core/desk/day';
import { localDateOf } from '../core/time';
import { clock, dayName, zoneName } from '../core/words/desk';
import { KindMark } from '../ui/KindMark';
import type { DeskView } from './view';

/** 「20:00」, with the zone’s name where it is not the team’s. */
export const timeOf = (instant: number, timezone: string, view: DeskView): string => {
  const time = clock(instant, timezone);
  return timezone === view.timezone ? time : `${time} ${zoneName(instant, timezone, view.locale)}`;
};

/** 「24:00 前可发」, or what took its place. */
const deadline = (card: DeskCard, view: DeskView): string => {
  const { words } = view;
  if (card.untilMidnight) {
    return card.place === 'past' ? words.wasUntil(words.midnight) : words.until(words.midnight);
  }
  const time = clock(card.copyUntil, card.timezone);
  return card.place === 'past' ? words.wasUntil(time) : words.until(time);
};

export const CardHead = ({ card, view }: { card: DeskCard; view: DeskView }) => {
  const { words } = view;
  const time = timeOf(card.dueAt, card.timezone, view);
  const full = `${dayName(localDateOf(card.dueAt, card.timezone), view.locale)} ${clock(card.dueAt, card.timezone)} (${card.timezone})`;
  return (
    <p className="head">
      <KindMark kind={card.kind} label={words.kinds[card.kind]} />
      <time dateTime={new Date(card.dueAt).toISOString()} title={full} className="due">
        {card.place === 'ahead' ? words.at(time) : time}
      </time>
      {card.place === 'recalled' ? null : <span className="deadline">{deadline(card, view)}</span>}
    </p>
  );
};
