import { useEffect, useRef, useSyncExternalStore } from 'react';
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  IconFocus2,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
  IconRewindForward5,
  IconVolume,
  IconVolumeOff,
  Loader,
  Menu,
  Slider,
  standsOnFoot,
  Tooltip,
} from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { useReading } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import { SPEEDS, type AudioPlayer } from './audio-player.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { Waveform } from './waveform.tsx';

interface PlayerDockProps {
  readonly player: AudioPlayer;
  readonly durationMs: number;
  readonly peaksUrl: string | null | undefined;
  readonly speakers: ReadonlyMap<string, SpeakerCard>;
}

/** The player at the foot of the page, always at hand. */
export function PlayerDock({ player, durationMs, peaksUrl, speakers }: PlayerDockProps) {
  const { t } = useMessages('transcript');
  const session = useReading();
  const state = useSyncExternalStore(player.subscribe, player.getSnapshot);
  usePlayerKeys(player);
  const skip = (ms: number) => {
    player.skip(ms);
    session.follow.dispatch({ kind: 'jumped' });
  };
  const PlayIcon = state.playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <section ref={standsOnFoot} className="transcript-dock" aria-label={t('player.label')}>
      <BackToNow />
      {state.failed && (
        <Alert color="red" title={t('player.failed')} mb="xs" role="alert">
          <Button size="xs" variant="default" onClick={() => player.retry()}>
            {t('player.retry')}
          </Button>
        </Alert>
      )}
      {state.blocked && (
        <Button
          fullWidth
          mb="xs"
          leftSection={<IconPlayerPlayFilled size={16} />}
          onClick={() => void player.play()}
        >
          {t('player.blocked', { time: formatTime(player.timeMs) })}
        </Button>
      )}
      <Waveform player={player} durationMs={durationMs} peaksUrl={peaksUrl} speakers={speakers} />
      <div className="transcript-controls">
        <Group gap="xs" wrap="nowrap">
          <Clock player={player} />
          <span className="transcript-total">{formatTime(durationMs)}</span>
        </Group>
        <Group gap="xs" wrap="nowrap" justify="center">
          <Tooltip label={t('player.backKey')}>
            <ActionIcon
              size="lg"
              variant="subtle"
              color="gray"
              radius="xl"
              aria-label={t('player.back')}
              onClick={() => skip(-5000)}
            >
              <IconRewindBackward5 size={22} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('player.playKey')}>
            <ActionIcon
              size={46}
              radius="xl"
              variant="filled"
              aria-label={t(state.playing ? 'player.pause' : 'player.play')}
              onClick={() => player.toggle()}
            >
              {state.waiting ? <Loader size={20} color="white" /> : <PlayIcon size={22} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('player.forwardKey')}>
            <ActionIcon
              size="lg"
              variant="subtle"
              color="gray"
              radius="xl"
              aria-label={t('player.forward')}
              onClick={() => skip(5000)}
            >
              <IconRewindForward5 size={22} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <Group gap={4} wrap="nowrap" visibleFrom="sm">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(state.muted ? 'player.unmute' : 'player.mute')}
              aria-pressed={state.muted}
              onClick={() => player.toggleMute()}
            >
              {state.muted || state.volume === 0 ? <IconVolumeOff size={18} /> : <IconVolume size={18} />}
            </ActionIcon>
            <Slider
              w={80}
              size="sm"
              label={null}
              thumbLabel={t('player.volume')}
              min={0}
              max={1}
              step={0.05}
              value={state.muted ? 0 : state.volume}
              onChange={(volume) => player.setVolume(volume)}
            />
          </Group>
          <SpeedMenu player={player} speed={state.speed} />
        </Group>
      </div>
    </section>
  );
}

/** Offered when the reader has scrolled away from what is being said. */
function BackToNow() {
  const { t } = useMessages('transcript');
  const { follow, position } = useReading();
  const mode = useSyncExternalStore(follow.subscribe, follow.getSnapshot);
  if (mode === 'following' || position.getSegmentId() === null) return null;
  return (
    <Button
      className="transcript-back"
      radius="xl"
      leftSection={<IconFocus2 size={16} />}
      onClick={() => follow.dispatch({ kind: 'asked' })}
    >
      {t('follow.back')}
    </Button>
  );
}

function SpeedMenu({ player, speed }: { readonly player: AudioPlayer; readonly speed: number }) {
  const { t } = useMessages('transcript');
  return (
    <Menu position="top-end" withinPortal={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          className="transcript-speed"
          aria-label={t('player.speed', { speed })}
        >
          {speed}×
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SPEEDS.map((choice) => (
          <Menu.Item
            key={choice}
            fw={choice === speed ? 700 : undefined}
            aria-current={choice === speed || undefined}
            onClick={() => player.setSpeed(choice)}
          >
            {choice}×
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where it plays, written into the document directly: it changes with every frame. */
function Clock({ player }: { readonly player: AudioPlayer }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let shown = '';
    const tell = (timeMs: number) => {
      const clock = formatTime(timeMs);
      if (clock === shown || !element.current) return;
      shown = clock;
      element.current.textContent = clock;
    };
    tell(player.timeMs);
    return player.onTime(tell);
  }, [player]);
  return <span ref={element} className="transcript-clock" aria-hidden />;
}
