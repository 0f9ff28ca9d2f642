import { word } from './words';

/** Files that were fetched ahead, so that sharing happens within the tap. */
const fetched = new Map<string, Promise<File[]>>();

const isComputer = (): boolean => matchMedia('(hover: hover) and (pointer: fine)').matches;

const sources = (card: HTMLElement): string[] =>
  [...card.querySelectorAll<HTMLImageElement | HTMLVideoElement>('.pictures img, .video video')].map(
    ({ src }) => src,
  );

const canShareFiles = (): boolean => {
  if (isComputer() || typeof navigator.canShare !== 'function') return false;
  try {
    return navigator.canShare({ files: [new File([''], '01.jpg', { type: 'image/jpeg' })] });
  } catch {
    return false;
  }
};

const load = async (addresses: string[]): Promise<File[]> =>
  Promise.all(
    addresses.map(async (address, index) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const blob = await answer.blob();
      const end = blob.type === 'video/mp4' ? 'mp4' : 'jpg';
      return new File([blob], `${String(index + 1).padStart(2, '0')}.${end}`, { type: blob.type });
    }),
  );

/** Where sharing works, the files are fetched while the reader is still at the step before. */
export const prepare = (card: HTMLElement): void => {
  const addresses = sources(card);
  const key = card.dataset.release ?? '';
  if (addresses.length === 0 || fetched.has(key) || !canShareFiles()) return;
  const files = load(addresses);
  files.catch(() => fetched.delete(key));
  fetched.set(key, files);
};

/** Saves what the card shows, the way that this device allows; `done` when it is saved. */
export const savePictures = async (card: HTMLElement, done: () => void): Promise<void> => {
  if (isComputer()) {
    const zip = card.querySelector<HTMLAnchorElement>('.zip');
    if (zip) zip.click();
    else download(sources(card)[0]);
    done();
    return;
  }
  if (canShareFiles()) {
    prepare(card);
    try {
      const files = await fetched.get(card.dataset.release ?? '');
      if (files && navigator.canShare({ files })) {
        await navigator.share({ files });
        done();
        return;
      }
    } catch (error) {
      // The reader closed the sheet: nothing was saved, and nothing else should open.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  openViewer(card, done);
};

const download = (address: string | undefined): void => {
  if (!address) return;
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};

/** All pictures large, to long-press one after the other: real `<img>` of JPEG files, nothing else saves in WeChat. */
const openViewer = (card: HTMLElement, done: () => void): void => {
  const before = document.activeElement;
  const viewer = document.createElement('div');
  viewer.className = 'viewer';
  viewer.setAttribute('role', 'dialog');
  viewer.setAttribute('aria-modal', 'true');
  viewer.setAttribute('aria-label', word('longPress'));
  const hint = document.createElement('p');
  hint.textContent = word('longPress');
  viewer.append(hint);
  const total = sources(card).length;
  for (const shown of card.querySelectorAll<HTMLImageElement | HTMLVideoElement>(
    '.pictures img, .video video',
  )) {
    const copy = shown.cloneNode(true) as HTMLElement;
    copy.setAttribute('loading', 'eager');
    const place = document.createElement('div');
    place.className = 'shot';
    place.append(copy);
    const order = total > 1 && shown.parentElement?.querySelector('.order');
    if (order) place.append(order.cloneNode(true));
    viewer.append(place);
  }
  const bar = document.createElement('div');
  bar.className = 'bar';
  const close = () => {
    viewer.remove();
    document.documentElement.style.overflow = '';
    removeEventListener('popstate', close);
    document.removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') history.back();
  };
  bar.append(
    button(word('close'), 'step', () => history.back()),
    button(word('savedAll'), 'step next', () => {
      done();
      history.back();
    }),
  );
  viewer.append(bar);
  // The phone’s back key closes the pictures, not the desk.
  history.pushState({ pictures: true }, '');
  addEventListener('popstate', close);
  document.addEventListener('keydown', onKey);
  document.documentElement.style.overflow = 'hidden';
  document.body.append(viewer);
  bar.querySelector<HTMLElement>('.next')?.focus({ preventScroll: true });
};

const button = (label: string, className: string, run: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = label;
  made.addEventListener('click', run);
  return made;
};
