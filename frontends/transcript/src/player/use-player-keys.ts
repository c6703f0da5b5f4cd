import { useEffect } from 'react';
import { useReading } from '../session/transcript-session.ts';
import type { AudioPlayer } from './audio-player.ts';
import { shortcutFor } from './shortcut.ts';

/** `g` and then a letter goes to another page (the shell's shortcuts): that letter is not for the player. */
const PAIR_WITHIN_MS = 1_200;

/** The player's keys, anywhere on the page. */
export function usePlayerKeys(player: AudioPlayer): void {
  const { follow } = useReading();
  useEffect(() => {
    let goPressedAt = -Infinity;
    const keyDown = (event: globalThis.KeyboardEvent) => {
      const secondOfPair = event.timeStamp - goPressedAt < PAIR_WITHIN_MS;
      goPressedAt = event.key === 'g' ? event.timeStamp : -Infinity;
      const action = event.defaultPrevented || secondOfPair ? null : shortcutFor(event);
      if (!action || action.kind === 'edit') return;
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
