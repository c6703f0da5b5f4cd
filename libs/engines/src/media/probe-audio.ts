import { resolve } from 'node:path';
import { z } from 'zod';
import { EngineError } from '../engine.error.ts';
import { mediaToolMissing, INPUT_OPTIONS, readableFormat } from './ffmpeg.ts';
import { runProcess } from './run-process.ts';

export interface AudioProbe {
  /** As ffprobe names it: `mp3`, `wav`, `mov,mp4,m4a,3gp,3g2,mj2`, `flac`, `ogg`, `matroska,webm`, `aac`. */
  container: string;
  codec: string;
  /** What the header says, when it does. */
  durationMs: number | null;
  channels: number;
  sampleRate: number;
}

const number = z.coerce.number().catch(Number.NaN);
const report = z.object({
  format: z.object({ format_name: z.string(), duration: number.optional() }).optional(),
  streams: z
    .array(
      z.object({
        codec_type: z.string().optional(),
        codec_name: z.string().optional(),
        codec_tag_string: z.string().optional(),
        channels: number.optional(),
        sample_rate: number.optional(),
        duration: number.optional(),
      }),
    )
    .default([]),
  packets: z
    .array(
      z.object({ side_data_list: z.array(z.object({ side_data_type: z.string().optional() })).optional() }),
    )
    .default([]),
});

/** Marks of protected audio: Common Encryption (of which ffmpeg hides the tag, but not the packets' keys), FairPlay, Audible. */
const ENCRYPTED_TAGS = new Set(['enca', 'drms', 'aavd']);
const ENCRYPTED_PACKET = 'Encryption info';
const TRUNCATED_WORDS = /moov atom not found|End of file|truncated|partial file|File ended prematurely/i;

/**
 * What a file is, by its content; its name means nothing. Only known audio containers are opened at all, so that a
 * playlist or a script cannot make the decoder read other files.
 * @throws EngineError NOT_AUDIO · NO_AUDIO_STREAM · TRUNCATED · ENCRYPTED · PROBE_TIMEOUT · DECODER_MISSING
 */
export async function probeAudio(
  path: string,
  { signal, ffprobePath = 'ffprobe' }: { signal: AbortSignal; ffprobePath?: string },
): Promise<AudioProbe> {
  const args = [
    '-v',
    'error',
    ...INPUT_OPTIONS,
    '-of',
    'json',
    '-select_streams',
    'a',
    '-read_intervals',
    '%+#1',
    '-show_entries',
    'format=format_name,duration:stream=codec_type,codec_name,codec_tag_string,channels,sample_rate,duration:packet=stream_index:packet_side_data=side_data_type',
    '-i',
    `file:${resolve(path)}`,
  ];
  const result = await runProcess(ffprobePath, args, { signal, timeoutMs: 30_000 }).catch(
    (error: NodeJS.ErrnoException) => mediaToolMissing(error, ffprobePath, 'FFPROBE_PATH'),
  );
  if (result.timedOut)
    throw new EngineError('PROBE_TIMEOUT', 'Reading the file’s header took longer than 30 s.', {
      recovery: ['Convert the file to WAV, FLAC or MP3 and upload it again.'],
    });
  const parsed = report.safeParse(parseJson(result.stdout));
  const format = parsed.data?.format;
  if (result.exitCode !== 0 || !format) throw unreadable(result.stderr);
  const audio = parsed.data?.streams.find((stream) => stream.codec_type === 'audio');
  if (!audio)
    throw new EngineError('NO_AUDIO_STREAM', 'The file holds no sound.', {
      troubleshooting: [`It is a ${readableFormat(format.format_name)} file without an audio stream.`],
      recovery: ['Export it again with its sound track.'],
    });
  const sideData = parsed.data?.packets.flatMap((packet) => packet.side_data_list ?? []) ?? [];
  if (
    ENCRYPTED_TAGS.has(audio.codec_tag_string ?? '') ||
    sideData.some((data) => data.side_data_type === ENCRYPTED_PACKET)
  )
    throw new EngineError('ENCRYPTED', 'The audio is encrypted (protected by DRM).', {
      recovery: ['Upload an unprotected copy.'],
    });
  const { channels = 0, sample_rate: sampleRate = 0 } = audio;
  if (!(channels > 0) || !(sampleRate > 0)) throw unreadable(result.stderr);
  const seconds = format.duration ?? audio.duration ?? Number.NaN;
  return {
    container: format.format_name,
    codec: audio.codec_name ?? 'unknown',
    durationMs: Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : null,
    channels,
    sampleRate,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(diagnostics: string): EngineError {
  if (TRUNCATED_WORDS.test(diagnostics)) {
    return new EngineError('TRUNCATED', 'The file is incomplete: its end is missing.', {
      troubleshooting: ['The recording or an earlier transfer was interrupted.'],
      recovery: ['Copy or export it again and upload the whole file.'],
    });
  }
  return new EngineError('NOT_AUDIO', 'This is not an audio file that can be read.', {
    troubleshooting: ['The content counts, not the name of the file.'],
    recovery: ['Upload MP3, WAV, M4A, FLAC, OGG, Opus, WebM or AAC.'],
  });
}
