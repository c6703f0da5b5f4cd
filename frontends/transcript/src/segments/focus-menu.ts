/** Gives the focus to the menu of a segment once it is drawn, where it is on the screen. */
export const focusMenuOf = (segmentId: string | undefined): void =>
  void requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-menu-of="${segmentId}"]`)?.focus({ preventScroll: true }),
  );
