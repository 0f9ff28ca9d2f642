/**
 * Copying without a secure context. WeChat’s browser has no working `navigator.clipboard`, and iOS forgets the
 * tap after an `await`: so everything happens within the tap, on text that is already in the page.
 */
export const copyText = (text: string, shown: Element | null, done: (ok: boolean) => void): void => {
  if (copyBySelection(text)) {
    done(true);
    return;
  }
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const byHand = () => {
    if (shown) select(shown);
    done(false);
  };
  if (!clipboard?.writeText) {
    byHand();
    return;
  }
  clipboard.writeText(text).then(() => done(true), byHand);
};

const copyBySelection = (text: string): boolean => {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  // 16 px keeps iOS from zooming in; fixed keeps the page where it is.
  area.style.cssText =
    'position:fixed;inset:0 auto auto 0;inline-size:1px;block-size:1px;opacity:0;font-size:16px';
  document.body.append(area);
  area.select();
  area.setSelectionRange(0, text.length);
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
};

/** The last way out: the visible text is selected, and a long press copies it. */
const select = (element: Element): void => {
  const selection = getSelection();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.removeAllRanges();
  selection?.addRange(range);
  element.scrollIntoView({ block: 'center' });
};
