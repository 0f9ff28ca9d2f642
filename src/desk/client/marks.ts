import { swap } from './page';
import { toast } from './toast';
import { word } from './words';

/** Marks leave one after the other, so that the newest is also the last to arrive. */
let line: Promise<unknown> = Promise.resolve();
const inLine = <T>(job: () => Promise<T>): Promise<T> => {
  const turn = line.then(job, job);
  line = turn.catch(() => undefined);
  return turn;
};

const post = (address: string, body: URLSearchParams): Promise<string> =>
  inLine(async () => {
    const answer = await fetch(address, { method: 'POST', body, keepalive: true });
    if (answer.status >= 500) throw new Error(String(answer.status));
    return answer.text();
  });

/** In the background: copying must not wait for the network, and is not lost by switching to WeChat. */
export const markCopied = (card: HTMLElement): void => {
  if (card.dataset.copied !== undefined) return;
  card.dataset.copied = '';
  for (const form of card.querySelectorAll<HTMLFormElement>('form[data-mark]'))
    form.dataset.previous = 'copied';
  const form = card.querySelector<HTMLFormElement>('form[data-mark="posted"]');
  if (!form) return;
  post(form.action, new URLSearchParams({ state: 'copied' })).catch(() => {
    delete card.dataset.copied;
  });
};

/** The card below the one of a form, which takes its place; above it where it was the last. */
const cardAfter = (form: HTMLElement): string | undefined => {
  const cards = [...document.querySelectorAll('.card')];
  const at = cards.indexOf(form.closest('.card') as Element);
  return at < 0 ? undefined : (cards[at + 1] ?? cards[at - 1])?.id;
};

/** The reader keeps the place: the page moves only where the beginning of that card is out of sight. */
const bringIntoView = (id: string | undefined): void => {
  const card = id === undefined ? null : document.getElementById(id);
  const shown = card?.closest('.folded') ?? card;
  if (!shown) return;
  const { top } = shown.getBoundingClientRect();
  const header = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
  if (top < header || top > innerHeight - 120) shown.scrollIntoView();
};

const noted = (mark: string): string => (mark === 'none' ? '' : word(mark));

/** A form of the page, sent in the background; the answer is the page as it is now. */
export const sendMark = async (form: HTMLFormElement): Promise<void> => {
  if (form.getAttribute('aria-busy') === 'true') return;
  const mark = form.dataset.mark ?? '';
  const previous = form.dataset.previous ?? 'none';
  const { action } = form;
  form.setAttribute('aria-busy', 'true');
  try {
    const html = await post(action, bodyOf(form));
    form.removeAttribute('aria-busy');
    const following = cardAfter(form);
    if (!swap(html)) return;
    if (document.querySelector('#desk > .notice:not(.stop)')) scrollTo(0, 0);
    else if (noted(mark)) {
      bringIntoView(following);
      toast(noted(mark), { label: word('undo'), run: () => void takeBack(action, previous) });
    }
  } catch {
    form.removeAttribute('aria-busy');
    toast(word('offline'));
  }
};

const takeBack = async (action: string, previous: string): Promise<void> => {
  try {
    swap(await post(action, new URLSearchParams({ state: previous })));
  } catch {
    toast(word('offline'));
  }
};

const bodyOf = (form: HTMLFormElement): URLSearchParams => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body;
};
