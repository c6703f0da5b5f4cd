import { ActionIcon, IconPlayerPlayFilled, IconPlayerStopFilled } from '@colloquy/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ClipPlayer, type Clip } from './clip-player.ts';

/** The page's one player; silent when the page is left. */
export function useClipPlayer(): ClipPlayer {
  const [player] = useState(() => new ClipPlayer(new Audio()));
  useEffect(() => player.stop, [player]);
  return player;
}

interface ClipButtonProps {
  readonly player: ClipPlayer;
  readonly clip: Clip;
  readonly label: string;
}

export function ClipButton({ player, clip, label }: ClipButtonProps) {
  const playing = useSyncExternalStore(player.subscribe, player.getSnapshot) === clip.key;
  const Icon = playing ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <ActionIcon
      variant={playing ? 'filled' : 'light'}
      size="lg"
      radius="xl"
      aria-label={label}
      aria-pressed={playing}
      onClick={() => player.toggle(clip)}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
