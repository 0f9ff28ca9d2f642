import type { ReactNode } from 'react';
import { cardInHand, type DeskCard } from '../core/desk/day';
import { addDays } from '../core/time';
import { clock, type DeskWords, dayName } from '../core/words/desk';
import { KindMark } from '../ui/KindMark';
import { audienceInShort } from './AudienceLine';
import { Card, isPersonal } from './Card';
import { CardHead, timeOf } from './CardHead';
import { Document } from './Document';
import { MarkForm } from './Forms';
import type { DeskView } from './view';

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** The first line of a text, for a line in a list; gaps by their names. */
const opening = (text: string, words: DeskWords): string =>
  (text.split('\n').find((part) => part.trim() !== '') ?? '').replace(
    /\{\{([^{}]+)\}\}/g,
    (_, token: string) => (isPersonal(token) ? `‹${words.gap[token]}?›` : '…'),
  );

/** A card as one line that opens. */
const Folded = ({ card, view }: { card: DeskCard; view: DeskView }) => (
  <details className="folded" id={`fold-${card.release}`}>
    <summary>
      <CardHead card={card} view={view} />
      <span className={`folded-audience kind-${card.kind}`}>{audienceInShort(card, view.words)}</span>
      <span className="opening">{opening(card.text, view.words)}</span>
    </summary>
    <Card card={card} view={view} />
  </details>
);

const Done = ({ card, view }: { card: DeskCard; view: DeskView }) => {
  const { words } = view;
  const state = card.receipt?.state ?? 'posted';
  const reason = card.receipt?.reason;
  const at = card.receipt ? clock(card.receipt.at, card.timezone) : '';
  return (
    <details className={`done-card state-${state}`} id={`done-${card.release}`}>
      <summary>
        <KindMark kind={card.kind} label={words.kinds[card.kind]} />
        <span className="opening">{opening(card.text, words)}</span>
        <span className="state">{words.stateAt(words.states[state], at)}</span>
      </summary>
      {reason ? <p className="quiet">{reason}</p> : null}
      {card.text === '' ? null : <p className="text">{card.text}</p>}
      <MarkForm
        release={card.release}
        state="none"
        previous={state}
        day={view.day.date === view.today ? undefined : view.day.date}
        className="button"
      >
        {words.unmark}
      </MarkForm>
    </details>
  );
};

const Later = ({ view }: { view: DeskView }) => {
  const { words, day } = view;
  const lines = [
    ...day.upcoming.map((one) => ({ ...one, isCancelled: false })),
    ...day.cancelled.map((one) => ({ ...one, isCancelled: true })),
  ].sort((a, b) => a.dueAt - b.dueAt);
  if (lines.length === 0) return null;
  const several = new Set(lines.map(({ feed }) => feed)).size > 1;
  return (
    <Section id="later" title={words.sectionLater}>
      <ul className="later">
        {lines.map(({ dueAt, kind, feed, timezone, isCancelled }, index) => {
          const time = <time dateTime={new Date(dueAt).toISOString()}>{timeOf(dueAt, timezone, view)}</time>;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two cards of one time and kind apart
            <li key={index}>
              <KindMark kind={kind} label={words.kinds[kind]} />
              {isCancelled ? <del>{time}</del> : time}
              {isCancelled ? <span>{words.cancelled}</span> : null}
              {several ? <span className="quiet">{view.feedNames.get(feed)}</span> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

/** Nothing to do now: a kind sentence, and when the next one comes. */
const Empty = ({ view }: { view: DeskView }) => {
  const { words, day, today } = view;
  const isToday = day.date === today;
  const [next] = [
    ...day.cards.filter(({ place }) => place === 'ahead'),
    ...day.upcoming.map((planned) => planned),
  ].sort((a, b) => a.dueAt - b.dueAt);
  if (!isToday && day.cards.length > 0) return null;
  const posted = day.progress.posted > 0;
  const nothing = next ? words.emptyNothingYet : words.emptyToday;
  return (
    <div className="empty">
      <p>{!isToday ? words.emptyPast : posted ? words.allDone : nothing}</p>
      {isToday && next ? (
        <p className="quiet">
          {next.dueAt <= view.now
            ? words.nextSoon(words.kinds[next.kind])
            : words.nextAt(timeOf(next.dueAt, next.timezone, view), words.kinds[next.kind])}
        </p>
      ) : null}
    </div>
  );
};

const Header = ({ view }: { view: DeskView }) => {
  const { words, day, locale } = view;
  const { posted, total } = day.progress;
  return (
    <header className="top">
      <h1>{dayName(day.date, locale)}</h1>
      {total > 0 ? (
        <p className="progress">
          <span className="progress-words" id="progress-words">
            {words.progress(posted, total)}
          </span>
          <progress value={posted} max={total} aria-labelledby="progress-words" />
        </p>
      ) : null}
    </header>
  );
};

const Footer = ({ view }: { view: DeskView }) => {
  const { words, day, today, locale } = view;
  const isToday = day.date === today;
  return (
    <footer className="bottom">
      <nav aria-label={words.menu}>
        {isToday ? (
          <a href={`/desk?date=${addDays(today, -1)}`}>{words.yesterday}</a>
        ) : (
          <>
            <a href={`/desk?date=${addDays(day.date, -1)}`}>{words.dayBefore}</a>
            <a href="/desk">{words.backToToday}</a>
          </>
        )}
      </nav>
      <p className="who">
        {view.person.name}
        {view.brand ? ` · ${view.brand}` : ''}
      </p>
      <Tools words={words} locale={locale} />
    </footer>
  );
};

/** Language and leaving: on every page of the desk. */
export const Tools = ({
  words,
  locale,
  signedIn = true,
}: Pick<DeskView, 'words' | 'locale'> & { signedIn?: boolean }) => (
  <div className="tools">
    <form method="post" action="/desk/language">
      <input type="hidden" name="locale" value={locale === 'zh' ? 'en' : 'zh'} />
      <button
        type="submit"
        className="plain"
        lang={locale === 'zh' ? 'en' : 'zh-CN'}
        aria-label={words.otherLanguageLabel}
      >
        {words.otherLanguage}
      </button>
    </form>
    {signedIn ? (
      <form method="post" action="/desk/logout">
        <button type="submit" className="plain">
          {words.signOut}
        </button>
      </form>
    ) : null}
  </div>
);

/** Words that the script needs, where a strict policy allows no inline script. */
const ScriptWords = ({ view }: { view: DeskView }) => {
  const { words } = view;
  return (
    <div
      id="words"
      hidden
      data-copied={words.copiedToast}
      data-copy-failed={words.copyFailed}
      data-offline={words.offline}
      data-undo={words.undo}
      data-posted={words.undoable.posted}
      data-skipped={words.undoable.skipped}
      data-removed={words.undoable.removed}
      data-long-press={words.longPress}
      data-saved-all={words.savedAll}
      data-close={words.close}
    />
  );
};

/** The desk: what to post now, big; the rest in the order of the day. */
export const DeskPage = ({ view }: { view: DeskView }) => {
  const { words, day, today } = view;
  const inHand = day.date === today ? cardInHand(day.cards) : null;
  const at = (...places: DeskCard['place'][]) => day.cards.filter(({ place }) => places.includes(place));
  const now = at('now', 'recalled');
  const ahead = at('ahead');
  const past = at('past');
  const done = at('done');
  return (
    <Document locale={view.locale} title={`${words.pageTitle} · ${dayName(day.date, view.locale)}`}>
      {inHand ? (
        <a className="skip-link" href={`#card-${inHand.release}`}>
          {words.skipToCard}
        </a>
      ) : null}
      <main id="desk" data-date={day.date}>
        <Header view={view} />
        {view.stopped ? (
          <p className="notice stop" role="alert">
            {words.stopped}
            {view.stoppedReason ? <span className="why">{words.stoppedWhy(view.stoppedReason)}</span> : null}
          </p>
        ) : null}
        {view.problem ? (
          <p className="notice" role="alert">
            {words.problems[view.problem]}
          </p>
        ) : null}
        {inHand ? null : <Empty view={view} />}
        {now.length > 0 ? (
          <Section id="now" title={words.sectionNow}>
            {now.map((card) =>
              card === inHand || card.place === 'recalled' ? (
                <Card key={card.release} card={card} view={view} inHand={card === inHand} />
              ) : (
                <Folded key={card.release} card={card} view={view} />
              ),
            )}
          </Section>
        ) : null}
        {ahead.length > 0 ? (
          <Section id="ahead" title={words.sectionAhead}>
            {ahead.map((card) => (
              <Folded key={card.release} card={card} view={view} />
            ))}
          </Section>
        ) : null}
        <Later view={view} />
        {past.length > 0 ? (
          <Section id="past" title={words.sectionPast}>
            {past.map((card) => (
              <Folded key={card.release} card={card} view={view} />
            ))}
          </Section>
        ) : null}
        {done.length > 0 ? (
          <Section id="done" title={words.sectionDone(done.length)}>
            {done.map((card) => (
              <Done key={card.release} card={card} view={view} />
            ))}
          </Section>
        ) : null}
        <Footer view={view} />
      </main>
      <ScriptWords view={view} />
      <div id="toast" role="status" aria-live="polite" />
    </Document>
  );
};
