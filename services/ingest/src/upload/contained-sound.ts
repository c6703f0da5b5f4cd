import { runProcess } from '@colloquy/engines';

const TIMEOUT_MS = 60_000;

/** What ffmpeg says of a file whose last packet, or a part around it, is not all there. */
const CUT = /packet corrupt|file ended prematurely/i;

export interface ContainedSound {
  durationMs: number;
  /** Whether it breaks off within a packet. Not to be relied on for WAV, where packets are made up. */
  breaksOff: boolean;
}

/**
 * How much sound is really in a file, by walking through its packets without decoding them: 13 hours in half a second.
 * Headers promise, and lie, in both directions. Null when the file cannot be walked through.
 * @param container as ffprobe names it; nothing else is opened.
 */
export async function containedSound(
  path: string,
  container: string,
  ffmpegPath: string,
  signal: AbortSignal,
): Promise<ContainedSound | null> {
  const args = [
    ...[
      '-v',
      'warning',
      '-nostdin',
      '-protocol_whitelist',
      'file,pipe',
      '-format_whitelist',
      container,
      '-i',
      `file:${path}`,
    ],
    ...['-map', '0:a:0', '-c', 'copy', '-f', 'null', '-progress', 'pipe:1', '-stats_period', '3600', '-'],
  ];
  const { exitCode, stdout, stderr } = await runProcess(ffmpegPath, args, { signal, timeoutMs: TIMEOUT_MS });
  const microseconds = Number([...stdout.matchAll(/out_time_us=(\d+)/g)].at(-1)?.[1]);
  if (exitCode !== 0 || !Number.isFinite(microseconds)) return null;
  return { durationMs: Math.round(microseconds / 1000), breaksOff: CUT.test(stderr) };
}
