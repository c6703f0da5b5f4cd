import { useSyncExternalStore } from 'react';
import { ActionIcon, Group, IconPlayerPauseFilled, IconPlayerPlayFilled, Text } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { AudioPlayer } from '../player/audio-player.ts';
import { useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';

interface HearSpeakerProps {
  readonly speaker: Pick<SpeakerCard, 'id' | 'displayName'>;
  /** Beside the button, where there is room for it. */
  readonly hint?: string;
}

/** Plays what a speaker says longest; nothing where there is nothing to hear. */
export function HearSpeaker({ speaker, hint }: HearSpeakerProps) {
  const { player } = useSession();
  if (!player) return null;
  const button = <HearButton player={player} speaker={speaker} />;
  if (!hint) return button;
  return (
    <Group gap="xs" mb="sm">
      {button}
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </Group>
  );
}

interface HearButtonProps extends Pick<HearSpeakerProps, 'speaker'> {
  readonly player: AudioPlayer;
}

function HearButton({ player, speaker: { id, displayName } }: HearButtonProps) {
  const { t } = useMessages('transcript');
  const { store } = useSession();
  const { playing } = useSyncExternalStore(player.subscribe, player.getSnapshot);
  const hear = () => {
    const said = store.getSnapshot().rows.filter(({ speakerId }) => speakerId === id);
    const [longest] = said.toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs));
    if (longest) void player.playStretch(longest);
  };
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <ActionIcon
      variant="light"
      size="sm"
      radius="xl"
      aria-label={playing ? t('player.pause') : t('identity.hear', { name: displayName })}
      onClick={playing ? () => player.pause() : hear}
    >
      <Icon size={12} aria-hidden />
    </ActionIcon>
  );
}
