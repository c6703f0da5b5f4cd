import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;

/**
 * How much sound is really in a file, by walking through its packets without decoding them: 13 hours in half a second.
 * Headers promise, and lie, in both directions. Null when the file cannot be walked through.
 * @param container as ffprobe names it; nothing else is opened.
 */
export async function containedDurationMs(
  path: string,
  container: string,
  ffmpegPath: string,
  signal: AbortSignal,
): Promise<number | null> {
  const args = [
    ...[
      '-v',
      'quiet',
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
  try {
    const { stdout } = await run(ffmpegPath, args, {
      signal,
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 20,
    });
    const microseconds = Number([...stdout.matchAll(/out_time_us=(\d+)/g)].at(-1)?.[1]);
    return Number.isFinite(microseconds) ? Math.round(microseconds / 1000) : null;
  } catch (error) {
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    return null;
  }
}

/** Writers that stream leave the sizes of a RIFF file at one of these. */
const UNKNOWN_SIZES = new Set([0, 0xffff_ffff]);
const RIFF_HEADER_BYTES = 8;

/** Whether a WAV file ends before its header says; the tools take the shorter one silently. */
export async function isCutWav(path: string, sizeBytes: number): Promise<boolean> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(RIFF_HEADER_BYTES);
    await file.read(header, 0, RIFF_HEADER_BYTES, 0);
    const declared = header.readUInt32LE(4);
    if (header.toString('latin1', 0, 4) !== 'RIFF' || UNKNOWN_SIZES.has(declared)) return false;
    return declared + RIFF_HEADER_BYTES > sizeBytes + 1;
  } finally {
    await file.close();
  }
}
