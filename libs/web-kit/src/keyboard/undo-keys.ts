import { useEffect, useEffectEvent } from 'react';

export function isTyping(target: EventTarget | null): boolean {
  const fields =
    'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=""], [contenteditable="true"]';
  return typeof Element !== 'undefined' && target instanceof Element && target.closest(fields) !== null;
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y outside of text fields. */
export function useUndoKeys({ undo, redo }: { undo(): unknown; redo(): unknown }): void {
  const take = useEffectEvent((isRedo: boolean) => void (isRedo ? redo() : undo()));
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      take(isRedo);
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);
}
