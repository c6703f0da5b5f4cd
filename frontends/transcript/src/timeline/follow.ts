/**
 * Whether the list follows the voice. It stops when the reader scrolls away from the current segment
 * and starts again when they ask for it, jump somewhere, or scroll back.
 */
export type FollowMode = 'following' | 'detached';

export type FollowEvent =
  | { readonly kind: 'scrolled'; readonly currentVisible: boolean }
  | { readonly kind: 'jumped' }
  | { readonly kind: 'asked' };

export function nextFollowMode(mode: FollowMode, event: FollowEvent): FollowMode {
  switch (event.kind) {
    case 'scrolled':
      return event.currentVisible ? mode : 'detached';
    case 'jumped':
    case 'asked':
      return 'following';
  }
}

/**
 * Whether the current row must be moved to be read in comfort: not while it stands between the top tenth and the lower
 * third of the free window, so that the text does not move with every segment.
 * All in pixels from the top of the window; `free` is what no bar covers.
 */
export function needsScroll(
  row: { top: number; bottom: number },
  free: { top: number; bottom: number },
): boolean {
  const height = free.bottom - free.top;
  return row.top < free.top + height * 0.1 || row.top > free.top + height * 0.66 || row.bottom > free.bottom;
}
