import { type DeskCard, type Step, stepsOf } from '../core/desk/day';
import type { DeskWords } from '../core/words/desk';
import { MarkForm } from './Forms';

const numbers = ['①', '②', '③', '④'];

const Numbered = ({ n, label }: { n: number; label: string }) => (
  <>
    <span className="number" aria-hidden="true">
      {numbers[n]}
    </span>
    <span className="tick" aria-hidden="true">
      ✓
    </span>
    <span className="step-label">{label}</span>
  </>
);

const labelOf = (step: Exclude<Step, 'posted'>, card: DeskCard, words: DeskWords): string => {
  switch (step) {
    case 'copy':
      return card.copyMode === 'example' ? words.stepCopyExample : words.stepCopy;
    case 'images':
      return card.video ? words.stepVideo : words.stepImages;
    case 'comment':
      return card.firstComments.length > 1
        ? words.stepCommentOf(1, card.firstComments.length)
        : words.stepComment;
  }
};

const doneLabel = (step: Exclude<Step, 'posted'>, words: DeskWords): string => {
  switch (step) {
    case 'copy':
      return words.stepCopied;
    case 'images':
      return words.stepImagesSaved;
    case 'comment':
      return words.stepCommentCopied;
  }
};

/** The first step that is not done. The server knows of copying; the rest is the phone’s own memory. */
const nextOf = (steps: readonly Step[], copied: boolean): Step =>
  steps.find((step) => !(copied && step === 'copy')) ?? 'posted';

/** ① ② ③ 已发. The next step is the biggest button; the script moves it on. */
export const Steps = ({ card, words }: { card: DeskCard; words: DeskWords }) => {
  const steps = stepsOf(card);
  const copied = card.receipt?.state === 'copied';
  const next = card.blocked ? 'posted' : nextOf(steps, copied);
  return (
    <div className="steps">
      {card.blocked
        ? null
        : steps.map((step, n) =>
            step === 'posted' ? null : (
              <button
                key={step}
                type="button"
                className={`step${step === next ? ' next' : ''}${step === 'copy' && copied ? ' is-done' : ''}`}
                data-step={step}
                data-label={labelOf(step, card, words)}
                data-short={step === 'comment' ? words.stepCommentShort : undefined}
                data-done={doneLabel(step, words)}
              >
                <Numbered
                  n={n}
                  label={
                    step === 'copy' && copied
                      ? doneLabel(step, words)
                      : step === 'comment' && next !== 'comment'
                        ? words.stepCommentShort
                        : labelOf(step, card, words)
                  }
                />
              </button>
            ),
          )}
      <noscript>
        <p className="quiet">{words.copyByHand}</p>
      </noscript>
      <MarkForm
        release={card.release}
        state="posted"
        previous={card.receipt?.state ?? 'none'}
        className={`step posted${next === 'posted' && !card.blocked ? ' next' : ''}`}
      >
        {words.stepPosted} <span aria-hidden="true">✓</span>
      </MarkForm>
    </div>
  );
};
