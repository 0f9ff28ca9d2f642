import { copyText } from './copy';
import { markCopied, sendMark } from './marks';
import { keepFresh } from './page';
import { prepare, savePictures } from './pictures';
import { advance, drawAll, nextComment } from './steps';
import { toast } from './toast';
import { word } from './words';

/** What a copy puts on the clipboard: exactly the characters that the page shows. */
const copyFrom = (card: HTMLElement, source: Element | null | undefined, step: string): void => {
  if (!source) return;
  copyText(source.textContent ?? '', source, (ok) => {
    // Copied by hand or by us: the next step is the same, and the page must not get stuck on this one.
    advance(card, step);
    if (step === 'copy') markCopied(card);
    toast(word(ok ? 'copied' : 'copyFailed'));
  });
};

const takeStep = (button: HTMLElement): void => {
  const card = button.closest<HTMLElement>('[data-release]');
  if (!card) return;
  switch (button.dataset.step) {
    case 'copy':
      copyFrom(card, card.querySelector('.text'), 'copy');
      prepare(card);
      break;
    case 'images':
      void savePictures(card, () => advance(card, 'images'));
      break;
    case 'comment':
      copyFrom(card, nextComment(card), 'comment');
      break;
  }
};

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
  if (button) takeStep(button);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.mark === undefined) return;
  event.preventDefault();
  void sendMark(form);
});

drawAll();
keepFresh();
