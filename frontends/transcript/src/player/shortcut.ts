import { isTyping } from '@colloquy/web-kit';

export type PlayerAction =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'skip'; readonly ms: number }
  | { readonly kind: 'speed'; readonly step: 1 | -1 };

/** What a key asks of the transcript. */
export type TranscriptAction = PlayerAction | { readonly kind: 'edit' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

const SKIP_MS = 5_000;
const LONG_SKIP_MS = 10_000;

/** What a key press asks of the player or of the text, null when it belongs to something else (a text field, a button, a shortcut of the browser). */
export function shortcutFor(press: KeyPress): TranscriptAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || isTyping(press.target)) return null;
  switch (press.key) {
    case ' ':
      return takesSpace(press.target) ? null : { kind: 'toggle' };
    case 'k':
    case 'K':
      return { kind: 'toggle' };
    case 'ArrowLeft':
      return takesArrows(press.target) ? null : { kind: 'skip', ms: -SKIP_MS };
    case 'ArrowRight':
      return takesArrows(press.target) ? null : { kind: 'skip', ms: SKIP_MS };
    case 'j':
    case 'J':
      return { kind: 'skip', ms: -LONG_SKIP_MS };
    case 'l':
    case 'L':
      return { kind: 'skip', ms: LONG_SKIP_MS };
    case 'e':
    case 'E':
      return closest(press.target, '[role=dialog], [role=menu]') ? null : { kind: 'edit' };
    case '<':
      return { kind: 'speed', step: -1 };
    case '>':
      return { kind: 'speed', step: 1 };
    default:
      return null;
  }
}

function closest(target: EventTarget | null, selector: string): boolean {
  return typeof Element !== 'undefined' && target instanceof Element && target.closest(selector) !== null;
}

function takesSpace(target: EventTarget | null): boolean {
  return closest(
    target,
    'button, a[href], summary, input, [role=button], [role=menuitem], [role=option], [role=switch], [role=tab]',
  );
}

function takesArrows(target: EventTarget | null): boolean {
  return closest(
    target,
    'input, [role=slider], [role=menu], [role=listbox], [role=tablist], [role=radiogroup]',
  );
}
