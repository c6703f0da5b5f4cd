import { useEffect, useEffectEvent } from 'react';
import { shortcutFor } from '../player/shortcut.ts';
import { useReading } from '../session/transcript-session.ts';
import type { SegmentRow } from './segment.store.ts';

/** The key that opens the segment that is being said, anywhere on the page. */
export function useEditKey(rows: readonly SegmentRow[], begin: (row: SegmentRow) => void): void {
  const { position, follow } = useReading();
  const pressed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || shortcutFor(event)?.kind !== 'edit') return;
    const spoken = rows.find(({ id }) => id === position.getSegmentId());
    if (!spoken) return;
    // Or the letter would be typed into it.
    event.preventDefault();
    begin(spoken);
    follow.dispatch({ kind: 'asked' });
  });
  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);
}
