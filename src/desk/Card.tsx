import { channelTable } from '../core/channels';
import type { Blocked } from '../core/desk/copying';
import { type DeskCard, stepsOf } from '../core/desk/day';
import { type PersonalToken, personalTokens } from '../core/desk/tokens';
import type { DeskWords } from '../core/words/desk';
import { AudienceLine, isMoments } from './AudienceLine';
import { CardHead } from './CardHead';
import { MarkForm, SkipForm } from './Forms';
import { Steps } from './Steps';
import { type DeskView, imagePath, videoPath, zipPath } from './view';

const gapPattern = /\{\{([^{}]+)\}\}/;
export const isPersonal = (token: string): token is PersonalToken =>
  (personalTokens as readonly string[]).includes(token);

/** A text with visible gaps where a value is missing; the whole text, untouched, where none is. */
const WithGaps = ({ text, words }: { text: string; words: DeskWords }) =>
  text.split(gapPattern).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text in their order
      <mark key={index} className="gap">
        {isPersonal(part) ? words.gap[part] : part}?
      </mark>
    ),
  );

const blockedSentence = (blocked: Blocked, card: DeskCard, view: DeskView): string | null => {
  const { words } = view;
  switch (blocked.code) {
    case 'personal':
      return words.blockedPersonal(
        blocked.missing.map((token) => words.gap[token]),
        view.manager,
      );
    case 'unresolved':
      return words.blockedUnresolved;
    case 'recalled':
      return isMoments(card) ? words.recalled : words.recalledElsewhere;
    // Said once for the whole page, and in the card’s first line.
    case 'stopped':
    case 'past':
      return null;
  }
};

const Pictures = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  const total = card.images.length;
  if (total === 0) return null;
  return (
    <div className="pictures" data-count={total}>
      <ol aria-label={words.pictures(total)}>
        {card.images.map((image, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures in posting order; one may stand twice
          <li key={index}>
            <img
              src={imagePath(card.release, index + 1)}
              width={image.width}
              height={image.height}
              alt={image.alt || words.picture(index + 1, total)}
              loading="lazy"
              decoding="async"
            />
            <span className="order" aria-hidden="true">
              {index + 1}
            </span>
          </li>
        ))}
      </ol>
      <a className="zip" href={zipPath(card.release)} download>
        {words.allPictures}
      </a>
    </div>
  );
};

const FirstComments = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  if (card.firstComments.length === 0) return null;
  const as = channelTable[card.channel].firstCommentsAs;
  return (
    <div className="comments">
      <p className="label">{words.firstComments[as]}</p>
      {card.firstComments.map((comment, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in its order
          key={index}
          className="comment"
          id={`comment-${card.release}-${index + 1}`}
          data-label={words.stepCommentOf(words.stepComment[as], index + 1, card.firstComments.length)}
        >
          <WithGaps text={comment} words={words} />
        </p>
      ))}
    </div>
  );
};

/** What is posted: text, pictures, video or link, first comments. */
const Content = ({ card, view }: { card: DeskCard; view: DeskView }) => {
  const { words } = view;
  // Stopped: the server hands out no files, so there is nothing to show.
  const hasFiles = card.blocked?.code !== 'stopped';
  return (
    <>
      {card.copyMode === 'example' ? <p className="example">{words.example}</p> : null}
      {card.guidance ? (
        <p className="guidance">
          <b>{words.guidance}</b> {card.guidance}
        </p>
      ) : null}
      {card.text === '' ? (
        <p className="quiet">{words.noText}</p>
      ) : (
        <div className="text" id={`text-${card.release}`}>
          <WithGaps text={card.text} words={words} />
        </div>
      )}
      {hasFiles ? <Pictures card={card} words={words} /> : null}
      {card.video && hasFiles ? (
        <p className="video">
          {/* biome-ignore lint/a11y/useMediaCaption: the team's own clip, shown so that it can be saved; there are no captions */}
          <video controls preload="none" playsInline src={videoPath(card.release)}>
            <a href={videoPath(card.release)}>{words.openVideo}</a>
          </video>
        </p>
      ) : null}
      {card.link ? (
        <p className="link">
          <span className="label">{words.link}</span>
          <a href={card.link.url} rel="noreferrer noopener" target="_blank" id={`link-${card.release}`}>
            {card.link.title || card.link.url}
          </a>
        </p>
      ) : null}
      <FirstComments card={card} words={words} />
    </>
  );
};

const Recalled = ({ card, view }: { card: DeskCard; view: DeskView }) => {
  const { words } = view;
  return (
    <article className={`card recalled kind-${card.kind}`} id={`card-${card.release}`}>
      <CardHead card={card} view={view} />
      {card.text === '' ? null : (
        <p className="struck">
          <del className="text">{card.text}</del>
        </p>
      )}
      <p className="verdict" role="status">
        {card.blocked ? blockedSentence(card.blocked, card, view) : words.recalled}
      </p>
      <MarkForm
        release={card.release}
        state="removed"
        previous={card.receipt?.state ?? 'none'}
        className="button"
      >
        {isMoments(card) ? words.removed : words.removedElsewhere}
      </MarkForm>
    </article>
  );
};

/** One card with everything on it. `inHand`: the one to do now, whose next step is the biggest button. */
export const Card = ({
  card,
  view,
  inHand = false,
}: {
  card: DeskCard;
  view: DeskView;
  inHand?: boolean;
}) => {
  if (card.place === 'recalled') return <Recalled card={card} view={view} />;
  const { words } = view;
  const sentence = card.blocked ? blockedSentence(card.blocked, card, view) : null;
  const previous = card.receipt?.state ?? 'none';
  return (
    <article
      className={`card kind-${card.kind}${inHand ? ' in-hand' : ''}`}
      id={`card-${card.release}`}
      data-release={card.release}
      data-steps={stepsOf(card).join(' ')}
      data-copied={previous === 'none' ? undefined : ''}
      aria-label={`${words.kinds[card.kind]} ${card.feedName}`}
    >
      <CardHead card={card} view={view} />
      <AudienceLine card={card} words={words} />
      {sentence ? (
        <p className="verdict" role="status">
          {sentence}
        </p>
      ) : null}
      <Content card={card} view={view} />
      {card.place === 'past' ? (
        <MarkForm
          release={card.release}
          state="posted"
          previous={previous}
          day={view.day.date}
          className="button"
        >
          {words.markLater}
        </MarkForm>
      ) : (
        <>
          {card.blocked ? (
            <MarkForm release={card.release} state="posted" previous={previous} className="button">
              {words.markLater}
            </MarkForm>
          ) : (
            <Steps card={card} words={words} />
          )}
          <SkipForm release={card.release} previous={previous} words={words} />
        </>
      )}
    </article>
  );
};
