import type { DeskCard } from '../core/desk/day';
import type { DeskWords } from '../core/words/desk';

const hasTags = (card: DeskCard): boolean =>
  card.channel === 'wechat-moments' || card.channel === 'wecom-moments';

/**
 * To whom the card goes, as the steps on WeChat’s own screen: 谁可以看 → 部分可见 → 标签「老客」.
 * Groups and chats have no such screen: there it says where to send it.
 */
export const AudienceLine = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  const steps = hasTags(card) ? words.audience(card.audience) : [card.feedName];
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
