import { useEffect } from 'react';
import { useSession } from '../session/transcript-session.ts';
import type { AudioPlayer } from './audio-player.ts';
import { shortcutFor } from './shortcut.ts';

/** The player's keys, anywhere on the page. */
export function usePlayerKeys(player: AudioPlayer): void {
  const { follow } = useSession();
  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => {
      const action = event.defaultPrevented ? null : shortcutFor(event);
      if (!action) return;
      event.preventDefault();
      if (action.kind === 'toggle') player.toggle();
      else if (action.kind === 'speed') player.stepSpeed(action.step);
      else {
        player.skip(action.ms);
        follow.dispatch({ kind: 'jumped' });
      }
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, [player, follow]);
}
