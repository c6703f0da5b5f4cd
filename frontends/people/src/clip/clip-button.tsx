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
  return <PlayButton player={player} clipKey={clip.key} label={label} onPress={() => player.toggle(clip)} />;
}

interface PlayButtonProps {
  readonly player: ClipPlayer;
  /** Of the clip that it plays. */
  readonly clipKey: string;
  readonly label: string;
  /** Plays it, or stops it. */
  onPress(): void;
}

/** For a clip that is looked for first. */
export function PlayButton({ player, clipKey, label, onPress }: PlayButtonProps) {
  const playing = useSyncExternalStore(player.subscribe, player.getSnapshot) === clipKey;
  const Icon = playing ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <ActionIcon
      variant={playing ? 'filled' : 'light'}
      size="lg"
      radius="xl"
      aria-label={label}
      aria-pressed={playing}
      onClick={onPress}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
