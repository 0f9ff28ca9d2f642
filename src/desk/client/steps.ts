/**
 * Which steps of a card are done. The server knows of copying and posting; that pictures were saved and comments
 * copied only this tab knows, and it matters only until the card is posted.
 */
interface Progress {
  copy?: boolean;
  images?: boolean;
  comments?: number;
}

const key = (card: HTMLElement): string => `desk:${card.dataset.release}`;

const read = (card: HTMLElement): Progress => {
  try {
    return JSON.parse(sessionStorage.getItem(key(card)) ?? '{}') as Progress;
  } catch {
    return {};
  }
};

const write = (card: HTMLElement, progress: Progress): void => {
  try {
    sessionStorage.setItem(key(card), JSON.stringify(progress));
  } catch {
    // Private windows refuse: the steps then start over after a reload.
  }
};

const comments = (card: HTMLElement): HTMLElement[] => [...card.querySelectorAll<HTMLElement>('.comment')];

/** The first comment that was not copied yet; after the last one, the first again. */
export const nextComment = (card: HTMLElement): HTMLElement | undefined => {
  const all = comments(card);
  return all[(read(card).comments ?? 0) % Math.max(all.length, 1)];
};

export const advance = (card: HTMLElement, step: string): void => {
  const progress = read(card);
  if (step === 'comment') progress.comments = Math.min((progress.comments ?? 0) + 1, comments(card).length);
  else if (step === 'copy') progress.copy = true;
  else progress.images = true;
  write(card, progress);
  draw(card);
};

const isDone = (card: HTMLElement, step: string): boolean => {
  const progress = read(card);
  if (step === 'copy') return progress.copy === true || card.dataset.copied !== undefined;
  if (step === 'images') return progress.images === true;
  return (progress.comments ?? 0) >= comments(card).length;
};

/** The next step is the biggest button; what is done says so. */
export const draw = (card: HTMLElement): void => {
  const buttons = [...card.querySelectorAll<HTMLElement>('.step[data-step]')];
  if (buttons.length === 0) return;
  const next = buttons.find(({ dataset }) => !isDone(card, dataset.step ?? ''));
  for (const button of buttons) {
    const done = isDone(card, button.dataset.step ?? '');
    const label = button.querySelector('.step-label');
    const long = button.dataset.step === 'comment' ? nextComment(card)?.dataset.label : button.dataset.label;
    const waiting = button === next ? long : (button.dataset.short ?? long);
    button.classList.toggle('is-done', done);
    button.classList.toggle('next', button === next);
    if (label) label.textContent = (done ? button.dataset.done : waiting) ?? '';
  }
  card.querySelector('.step.posted')?.classList.toggle('next', next === undefined);
};

export const drawAll = (): void => {
  for (const card of document.querySelectorAll<HTMLElement>('[data-release]')) draw(card);
};
