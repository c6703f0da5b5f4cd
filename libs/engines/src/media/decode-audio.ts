import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EngineError } from '../engine.error.ts';
import { INPUT_OPTIONS, mediaToolMissing } from './ffmpeg.ts';
import { BYTES_PER_SAMPLE, SAMPLE_RATE, samplesToMs } from './pcm-file.ts';
import { runProcess } from './run-process.ts';

export interface DecodeOptions {
  signal: AbortSignal;
  /** A longer recording is refused; nothing beyond it is ever written. */
  maxDurationMs: number;
  onProgress?: (fraction: number) => void;
  /** What the header says, for progress and to notice a file whose end is missing. */
  durationMs?: number | null;
  ffmpegPath?: string;
  timeoutMs?: number;
}

/** Decoding runs at a thousand times real time; a hundredth of that plus a minute is more than enough. */
const patience = (durationMs: number): number => 60_000 + durationMs / 10;
/** A file with less sound than this share of what its header promises has lost its end. */
const COMPLETE_SHARE = 0.95;
const ROUNDING_MS = 3_000;
/** Asked beyond the limit, to tell "exactly as long" from "longer". */
const BEYOND_MS = 500;

/**
 * Decodes the first audio stream to 16 kHz mono s16le raw PCM at `pcmPath`, replacing it. After a failure nothing is
 * left at `pcmPath`.
 * @throws EngineError NOT_AUDIO · TRUNCATED · TOO_LONG · DECODE_FAILED · DECODER_MISSING · DECODE_TIMEOUT and DISK_FULL (transient); the signal's reason when aborted
 */
export async function decodeAudio(
  inputPath: string,
  pcmPath: string,
  options: DecodeOptions,
): Promise<{ durationMs: number }> {
  // A file left by an earlier attempt must never pass for this one's result.
  await rm(pcmPath, { force: true });
  try {
    return await decode(inputPath, pcmPath, options);
  } catch (error) {
    await rm(pcmPath, { force: true });
    throw error;
  }
}

async function decode(
  inputPath: string,
  pcmPath: string,
  { signal, maxDurationMs, onProgress, durationMs, ffmpegPath = 'ffmpeg', timeoutMs }: DecodeOptions,
): Promise<{ durationMs: number }> {
  const limitMs = maxDurationMs + BEYOND_MS;
  const args = [
    ...['-v', 'error', '-nostdin', '-y', ...INPUT_OPTIONS, '-i', `file:${resolve(inputPath)}`],
    ...[
      '-map',
      '0:a:0',
      '-vn',
      '-sn',
      '-dn',
      '-ac',
      '1',
      '-ar',
      String(SAMPLE_RATE),
      '-t',
      String(limitMs / 1000),
    ],
    ...['-f', 's16le', '-progress', 'pipe:1', '-stats_period', '0.25', `file:${resolve(pcmPath)}`],
  ];
  const expectedMs = durationMs ?? maxDurationMs;
  let furthestMs = 0;
  const onOutput = (chunk: Buffer) => {
    const decodedMs = Number(/out_time_us=(\d+)/.exec(chunk.toString('latin1'))?.[1]) / 1000;
    if (decodedMs > furthestMs) onProgress?.(Math.min(1, (furthestMs = decodedMs) / expectedMs));
  };
  const result = await runProcess(ffmpegPath, args, {
    signal,
    timeoutMs: timeoutMs ?? patience(Math.min(expectedMs, maxDurationMs)),
    onOutput,
  }).catch((error: NodeJS.ErrnoException) => mediaToolMissing(error, ffmpegPath, 'FFMPEG_PATH'));
  if (result.timedOut)
    throw new EngineError('DECODE_TIMEOUT', 'Decoding the file took too long and was ended.', {
      transient: true,
      recovery: ['Retry, or convert the file to WAV or FLAC first.'],
    });
  if (/No space left on device/i.test(result.stderr))
    throw new EngineError('DISK_FULL', 'There is no room left on the disk for the decoded audio.', {
      transient: true,
      recovery: ['Free some space in the data folder and retry.'],
    });
  const decodedMs = await pcmDurationMs(pcmPath);
  if (decodedMs === 0)
    throw new EngineError('NOT_AUDIO', 'The file holds no sound that can be decoded.', {
      troubleshooting: lines(result.stderr),
      recovery: ['Play the file elsewhere to check it, then export it again.'],
    });
  if (decodedMs > maxDurationMs) throw tooLong(maxDurationMs);
  if (durationMs && decodedMs < durationMs * COMPLETE_SHARE - ROUNDING_MS)
    throw truncated(durationMs, decodedMs, result.stderr);
  if (result.exitCode !== 0)
    throw new EngineError('DECODE_FAILED', 'The file could not be decoded to its end.', {
      troubleshooting: lines(result.stderr),
      recovery: ['Convert the file to WAV or FLAC and upload it again.'],
    });
  onProgress?.(1);
  return { durationMs: decodedMs };
}

async function pcmDurationMs(pcmPath: string): Promise<number> {
  const size = await stat(pcmPath).then(
    (stats) => stats.size,
    () => 0,
  );
  return samplesToMs(Math.floor(size / BYTES_PER_SAMPLE));
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .slice(-3)
    .map((line) => line.slice(0, 300));
const minutes = (ms: number): string => (ms / 60_000).toFixed(1);

export function tooLong(maxDurationMs: number): EngineError {
  return new EngineError(
    'TOO_LONG',
    `The recording is longer than the ${minutes(maxDurationMs)} minutes allowed here.`,
    { recovery: ['Split it into parts and upload them one by one.'] },
  );
}

function truncated(headerMs: number, decodedMs: number, diagnostics: string): EngineError {
  return new EngineError(
    'TRUNCATED',
    `The file should hold ${minutes(headerMs)} minutes of sound but ends after ${minutes(decodedMs)}.`,
    {
      troubleshooting: ['The recording or an earlier transfer was interrupted.', ...lines(diagnostics)],
      recovery: ['Copy or export it again and upload the whole file.'],
    },
  );
}
