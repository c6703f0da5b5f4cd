import { useEffect } from 'react';
import type { ReadingSession } from '../session/transcript-session.ts';

/** Lets a transcript be heard while it is shown, and the place follow the voice. */
export function usePlayback({ player, position }: Pick<ReadingSession, 'player' | 'position'>): void {
  useEffect(() => {
    if (!player) return;
    const detach = player.attach();
    const stop = player.onTime((timeMs) => position.update(timeMs));
    return () => {
      stop();
      detach();
    };
  }, [player, position]);
}
