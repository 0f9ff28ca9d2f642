import { drawAll } from './steps';

/**
 * The server draws the page; the script only puts the newer one in its place. What the reader has opened stays
 * open, pictures stay loaded, and nothing moves while a text is being selected or a reason typed.
 */
export const swap = (html: string): boolean => {
  etag = '';
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const next = fresh.getElementById('desk');
  const old = document.getElementById('desk');
  if (!next || !old) {
    // Signed out, or no longer in a feed: let the server say it.
    location.reload();
    return false;
  }
  drawn = next.outerHTML;
  for (const { id } of old.querySelectorAll('details[open][id]'))
    next.querySelector(`[id="${id}"]`)?.setAttribute('open', '');
  for (const image of next.querySelectorAll('img')) {
    const loaded = [...old.querySelectorAll('img')].find(({ src }) => src === image.src);
    if (loaded) image.replaceWith(loaded);
  }
  const focused = document.activeElement instanceof HTMLElement ? pathTo(document.activeElement) : null;
  old.replaceWith(next);
  document.title = fresh.title;
  drawAll();
  if (focused) document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  return true;
};

/** Where the focus was, in words that the new page understands. */
const pathTo = (element: HTMLElement): string | null => {
  const card = element.closest('[id^="card-"]');
  const step = element.dataset.step;
  if (card && step) return `[id="${card.id}"] [data-step="${step}"]`;
  if (card && element.classList.contains('posted')) return `[id="${card.id}"] .posted`;
  return null;
};

/** Whether the reader is in the middle of something that a new page would take away. */
const busy = (): boolean => {
  const selection = getSelection();
  const typing = document.activeElement?.matches('input[type="text"], input[type="radio"]') ?? false;
  return (
    typing ||
    document.querySelector('.viewer, [aria-busy="true"]') !== null ||
    (selection !== null && !selection.isCollapsed)
  );
};

/** A stop must reach every desk within ten seconds. An unchanged page costs a 304. */
const everyMs = 7000;
let etag = '';
/** The page as the server drew it, before the script touched it. */
let drawn = document.getElementById('desk')?.outerHTML ?? '';
let asking = false;

/** Whether the server would draw something else now. */
const differs = (html: string): boolean =>
  new DOMParser().parseFromString(html, 'text/html').getElementById('desk')?.outerHTML !== drawn;

const isStopped = (html: string): boolean => html.includes('class="notice stop"');

const ask = async (): Promise<void> => {
  if (asking || document.hidden) return;
  asking = true;
  try {
    const answer = await fetch(location.pathname + location.search, {
      headers: etag ? { 'if-none-match': etag } : {},
      cache: 'no-store',
    });
    if (answer.redirected) location.reload();
    if (answer.status !== 200) return;
    const html = await answer.text();
    const changed = differs(html);
    // The next round sees the change again; a stop does not wait.
    if (changed && busy() && !isStopped(html)) return;
    if (changed) swap(html);
    etag = answer.headers.get('etag') ?? '';
  } catch {
    // No network: the page stays as it is.
  } finally {
    asking = false;
  }
};

export const keepFresh = (): void => {
  // A problem is told once, not again at every reload.
  if (location.search.includes('problem=')) {
    const address = new URL(location.href);
    address.searchParams.delete('problem');
    history.replaceState(null, '', address);
  }
  setInterval(ask, everyMs);
  document.addEventListener('visibilitychange', ask);
  addEventListener('pageshow', (event) => {
    if (event.persisted) void ask();
  });
};
