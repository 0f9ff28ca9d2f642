import { channelTable } from '../core/channels';
import type { DeskCard } from '../core/desk/day';
import type { DeskWords } from '../core/words/desk';

/** A channel with WeChat's screen for who may see a post; groups and chats have none. */
export const isMoments = (card: DeskCard): boolean => channelTable[card.channel].visibility === 'tags';

/** The same in one short line, for a card that is folded. */
export const audienceInShort = (card: DeskCard, words: DeskWords): string =>
  isMoments(card)
    ? words.audienceShort(card.audience)
    : `${words.destination[card.channel]} → ${card.feedName}`;

/**
 * To whom the card goes, as the steps on WeChat’s own screen: 谁可以看 → 部分可见 → 标签「老客」.
 * Groups and chats have no such screen: there it says where to send it.
 */
export const AudienceLine = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  const steps = isMoments(card) ? words.audience(card.audience) : [card.feedName];
  return (
    <p className={`audience audience-${card.audience.visibility}`}>
      <span className="audience-label">{words.destination[card.channel]}</span>
      {steps.map((step) => (
        <span key={step} className="audience-step">
          <span className="arrow" aria-hidden="true">
            →
          </span>{' '}
          <b>{step}</b>
        </span>
      ))}
    </p>
  );
};
