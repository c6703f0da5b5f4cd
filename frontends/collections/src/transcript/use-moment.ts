import { toast } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useEffect, useRef, useState } from 'react';

export interface Moment {
  /** Of what is played, so that it can be shown. */
  key: string;
  audioUrl: string;
  startMs: number;
  endMs: number;
}

/** Plays one moment at a time, to its end. */
export function useMoment() {
  const { t } = useMessages('collections');
  const [playing, setPlaying] = useState<string | null>(null);
  const audio = useRef<HTMLAudioElement | null>(null);
  const stop = () => {
    audio.current?.pause();
    setPlaying(null);
  };
  useEffect(() => () => audio.current?.pause(), []);
  const play = ({ key, audioUrl, startMs, endMs }: Moment) => {
    stop();
    // Only what is played is loaded: the browser asks for the range behind `#t`.
    const element = new Audio(`${audioUrl}#t=${startMs / 1000}`);
    audio.current = element;
    element.currentTime = startMs / 1000;
    element.addEventListener('timeupdate', () => {
      if (element.currentTime * 1000 >= endMs && audio.current === element) stop();
    });
    element.addEventListener('ended', () => setPlaying(null));
    setPlaying(key);
    element.play().catch((error: unknown) => {
      if ((error as DOMException).name === 'AbortError') return;
      setPlaying(null);
      toast.failed({ message: t('transcript.failed') });
    });
  };
  return { playing, play, stop };
}
