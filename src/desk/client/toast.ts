interface Action {
  label: string;
  run: () => void;
}

const quickMs = 2500;
/** How long a mark can be taken back. */
const undoMs = 10_000;
let timer = 0;

/** One sentence over the page; with an action it stays for ten seconds. */
export const toast = (text: string, action?: Action): void => {
  const place = document.getElementById('toast');
  if (!place) return;
  clearTimeout(timer);
  const box = document.createElement('div');
  box.append(text);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.label;
    button.addEventListener('click', () => {
      place.replaceChildren();
      action.run();
    });
    box.append(button);
  }
  place.replaceChildren(box);
  timer = window.setTimeout(() => place.replaceChildren(), action ? undoMs : quickMs);
};
