/** Menus give the focus back by themselves: only what is lost after that is ours. */
const SETTLED_MS = 100;

const DIALOG = '[role="dialog"][aria-modal="true"]';

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** An element and what it stood in, up to the page: where it was among its neighbours. */
interface Kept {
  readonly element: HTMLElement;
  readonly path: readonly { readonly parent: Element; readonly index: number }[];
}

/**
 * Keeps whoever works by keyboard where they were: when what had the focus goes, because it was answered, deleted or
 * closed, the focus goes to what stands in its place, else beside it, instead of to the beginning of the document.
 * Lists that take rows out while they are scrolled say so by `data-loses-focus`.
 * @returns what ends it
 */
export function keepFocus(page: () => Element | null): () => void {
  let kept: Kept | null = null;
  /** While a dialog is open: who closes it comes back to where they were before. */
  let inDialog: Kept | null = null;
  /** Who presses with a finger would be shown a keyboard by a field that takes the place. */
  let byPointer = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new AbortController();
  const { signal } = ended;

  document.addEventListener(
    'focusin',
    ({ target }) => {
      const element = target as HTMLElement;
      const dialog = element.closest(DIALOG);
      inDialog = dialog && element !== dialog ? { element, path: pathOf(element, dialog) } : null;
      const within = page();
      if (!within?.contains(element) || element === within) return;
      kept = element.closest('[data-loses-focus]') ? null : { element, path: pathOf(element, within) };
    },
    { signal },
  );
  document.addEventListener(
    'focusout',
    ({ target, relatedTarget }) => {
      const left = kept?.element;
      if (left !== target) return;
      // Left on purpose, not taken away: that shows once the document has changed.
      queueMicrotask(() => {
        if (!relatedTarget && left === kept?.element && left?.isConnected && !left.matches(':disabled'))
          kept = null;
      });
    },
    { signal },
  );
  document.addEventListener('pointerdown', () => (byPointer = true), { signal, capture: true });
  document.addEventListener('keydown', () => (byPointer = false), { signal, capture: true });
  const look = () => {
    timer = undefined;
    if (byPointer || document.activeElement !== document.body) return;
    const lost = document.querySelector(DIALOG) ? inDialog : kept;
    if (!lost) return;
    if (lost === kept) kept = null;
    inDialog = null;
    (lost.element.isConnected ? lost.element : inPlaceOf(lost))?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if ((!kept && !inDialog) || document.activeElement !== document.body) return;
    timer ??= setTimeout(look, SETTLED_MS);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    ended.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
}

function pathOf(element: Element, within: Element): Kept['path'] {
  const path: { parent: Element; index: number }[] = [];
  for (let child = element; child !== within;) {
    const parent = child.parentElement;
    if (!parent) break;
    path.push({ parent, index: [...parent.children].indexOf(child) });
    child = parent;
  }
  return path;
}

function inPlaceOf({ path }: Kept): HTMLElement | null {
  for (const { parent, index } of path) {
    if (!parent.isConnected) continue;
    const there = parent.children[Math.min(index, parent.children.length - 1)];
    const found = (there && firstIn(there)) ?? firstIn(parent);
    if (found) return found;
  }
  const page = path.at(-1)?.parent;
  return page instanceof HTMLElement && page.isConnected ? page : null;
}

const firstIn = (element: Element): HTMLElement | null =>
  element.matches(FOCUSABLE)
    ? (element as HTMLElement)
    : (Array.from(element.querySelectorAll<HTMLElement>(FOCUSABLE)).find((one) => isShown(one)) ?? null);

const isShown = (element: HTMLElement): boolean =>
  !element.closest('[inert], [aria-hidden="true"]') && (element.checkVisibility?.() ?? true);
