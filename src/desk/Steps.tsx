import { channelTable } from '../core/channels';
import { type DeskCard, type Step, stepsOf } from '../core/desk/day';
import type { DeskWords } from '../core/words/desk';
import { MarkForm } from './Forms';

const followUp = (card: DeskCard) => channelTable[card.channel].firstCommentsAs;

const numbers = ['①', '②', '③', '④'];

type Action = Exclude<Step, 'posted'>;

/** What a button says when it is the next one, beside the next one, and afterwards. */
const wordsOf = (step: Action, card: DeskCard, words: DeskWords) => {
  switch (step) {
    case 'copy': {
      const label = card.copyMode === 'example' ? words.stepCopyExample : words.stepCopy;
      return { label, short: label, done: words.stepCopied };
    }
    case 'images':
      return {
        label: card.video ? words.stepVideo : words.stepImages,
        short: card.video ? words.stepVideo : words.stepImagesShort,
        done: words.stepImagesSaved,
      };
    case 'comment':
      return {
        label: words.stepCommentOf(words.stepComment[followUp(card)], 1, card.firstComments.length),
        short: words.stepCommentShort[followUp(card)],
        done: words.stepCommentCopied[followUp(card)],
      };
  }
};

/** The first step that is not done. The server knows of copying; the rest is the phone’s own memory. */
const nextOf = (steps: readonly Step[], copied: boolean): Step =>
  steps.find((step) => !(copied && step === 'copy')) ?? 'posted';

interface ActionProps {
  step: Action;
  n: number;
  /** `next`: the biggest button of the card. */
  state: 'next' | 'waiting' | 'done';
  card: DeskCard;
  words: DeskWords;
}

const ActionButton = ({ step, n, state, card, words }: ActionProps) => {
  const { label, short, done } = wordsOf(step, card, words);
  return (
    <button
      type="button"
      className={`step${state === 'next' ? ' next' : ''}${state === 'done' ? ' is-done' : ''}`}
      data-step={step}
      data-label={label}
      data-short={short}
      data-done={done}
    >
      <span className="number" aria-hidden="true">
        {numbers[n]}
      </span>
      <span className="tick" aria-hidden="true">
        ✓
      </span>
      <span className="step-label">{state === 'next' ? label : state === 'done' ? done : short}</span>
    </button>
  );
};

/** ① ② ③ 标记已发. The next step is the biggest button; the script moves it on. */
export const Steps = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  const copied = card.receipt?.state === 'copied';
  const steps = stepsOf(card);
  const next = nextOf(steps, copied);
  const stateOf = (step: Action) => (step === next ? 'next' : step === 'copy' && copied ? 'done' : 'waiting');
  return (
    <div className="steps">
      {steps.map((step, n) =>
        step === 'posted' ? null : (
          <ActionButton key={step} step={step} n={n} state={stateOf(step)} card={card} words={words} />
        ),
      )}
      <noscript>
        <p className="quiet">{words.copyByHand}</p>
      </noscript>
      <MarkForm
        release={card.release}
        state="posted"
        previous={card.receipt?.state ?? 'none'}
        className={`step posted${next === 'posted' ? ' next' : ''}`}
      >
        {words.stepPosted}
      </MarkForm>
    </div>
  );
};
