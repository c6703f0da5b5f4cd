import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import WaveSurfer from 'wavesurfer.js';
import Hover from 'wavesurfer.js/plugins/hover';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { goTo, useReading } from '../session/transcript-session.ts';
import type { SpeakerCard } from '../speakers/speaker-card.ts';
import type { AudioPlayer } from './audio-player.ts';
import { usePeaks } from './use-peaks.ts';
import { colorStretches, type ColorStretch } from './waveform-colors.ts';

/** Grey that stands on light and dark alike: nobody speaks. */
const SILENCE = '#8b929b';
/** Without a waveform yet: an even strip that still shows who speaks when. */
const EVEN_STRIP = [0.4, 0.4];
const STEP_MS = 5_000;
const PAGE_MS = 30_000;

interface WaveformProps {
  readonly player: AudioPlayer;
  readonly durationMs: number;
  readonly peaksUrl: string | null | undefined;
  readonly speakers: ReadonlyMap<string, SpeakerCard>;
}

/** The recording at a glance, coloured by who speaks; click, drag or use the arrows to move. The file is never decoded here: the peaks come ready. */
export function Waveform({ player, durationMs, peaksUrl, speakers }: WaveformProps) {
  const { t } = useMessages('transcript');
  const session = useReading();
  const peaks = usePeaks(peaksUrl);
  const { rows } = useSyncExternalStore(session.store.subscribe, session.store.getSnapshot);
  const container = useRef<HTMLDivElement>(null);
  const [surfer, setSurfer] = useState<WaveSurfer | null>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (!container.current) return;
    const made = WaveSurfer.create({
      container: container.current,
      media: player.media as HTMLMediaElement,
      peaks: [peaks ? [...peaks] : EVEN_STRIP],
      duration: durationMs / 1000,
      height: 'auto',
      normalize: true,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      barMinHeight: 2,
      cursorWidth: 2,
      cursorColor: 'var(--mantine-color-text)',
      dragToSeek: true,
      hideScrollbar: true,
      plugins: [
        Hover.create({
          lineWidth: 1,
          labelSize: 11,
          formatTimeCallback: (seconds) => formatTime(seconds * 1000),
        }),
      ],
    });
    made.on('interaction', () => session.follow.dispatch({ kind: 'jumped' }));
    setSurfer(made);
    return () => {
      setSurfer(null);
      made.destroy();
    };
  }, [player, peaks, durationMs, session]);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    if (container.current) observer.observe(container.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!surfer || width === 0) return;
    const colors = new Map([...speakers.values()].map(({ id, color }) => [id, color]));
    const pixels = width * devicePixelRatio;
    const gradient = paint(
      colorStretches(rows, colors, durationMs, Math.min(2000, Math.ceil(width)), SILENCE),
      pixels,
    );
    // The part not played yet is the same picture, made pale by the style sheet.
    if (gradient) surfer.setOptions({ waveColor: gradient, progressColor: gradient });
  }, [surfer, width, rows, speakers, durationMs]);

  const slider = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let second = -1;
    const tell = (timeMs: number) => {
      const now = Math.floor(timeMs / 1000);
      if (now === second) return;
      second = now;
      slider.current?.setAttribute('aria-valuenow', String(now));
      slider.current?.setAttribute(
        'aria-valuetext',
        t('player.positionOf', { time: formatTime(timeMs), total: formatTime(durationMs) }),
      );
    };
    tell(player.timeMs);
    return player.onTime(tell);
  }, [player, durationMs, t]);

  const keyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, player.timeMs, durationMs);
    if (target === null) return;
    event.preventDefault();
    player.seek(target);
    session.follow.dispatch({ kind: 'jumped' });
  };
  return (
    <div
      ref={slider}
      className="transcript-wave"
      role="slider"
      tabIndex={0}
      aria-label={t('player.position')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={0}
      onKeyDown={keyDown}
      onDoubleClick={() => goTo(session, player.timeMs)}
    >
      <div ref={container} className="transcript-wave-canvas" data-even={peaks === null || undefined} />
    </div>
  );
}

function keyTarget(key: string, timeMs: number, durationMs: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return timeMs - STEP_MS;
    case 'ArrowRight':
    case 'ArrowUp':
      return timeMs + STEP_MS;
    case 'PageDown':
      return timeMs - PAGE_MS;
    case 'PageUp':
      return timeMs + PAGE_MS;
    case 'Home':
      return 0;
    case 'End':
      return durationMs;
    default:
      return null;
  }
}

function paint(stretches: readonly ColorStretch[], pixels: number): CanvasGradient | null {
  const gradient = document.createElement('canvas').getContext('2d')?.createLinearGradient(0, 0, pixels, 0);
  if (!gradient) return null;
  for (const { from, to, color } of stretches) {
    gradient.addColorStop(from, color);
    gradient.addColorStop(to, color);
  }
  return gradient;
}
