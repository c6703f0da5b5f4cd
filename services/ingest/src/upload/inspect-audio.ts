import { stat } from 'node:fs/promises';
import { probeAudio, type AudioProbe } from '@colloquy/engines';
import { fileTypeFromFile } from 'file-type';
import { containedSound, type ContainedSound } from './contained-sound.ts';
import { isCutOgg, isCutWav } from './cut-file.ts';
import {
  refusalOf,
  uploadEmpty,
  uploadEncrypted,
  uploadImplausible,
  uploadNotAudio,
  uploadTooLarge,
  uploadTooLong,
  uploadTooManyChannels,
  uploadTruncated,
} from './upload.errors.ts';

export interface AudioFacts {
  /** For people, for example `mp3` or `m4a (aac)`. */
  format: string;
  /** What it is served as. */
  mediaType: string;
  durationMs: number | null;
  sizeBytes: number;
}

export interface AudioLimits {
  maxBytes: number;
  maxDurationHours: number;
}

export interface MediaTools {
  ffmpegPath: string;
  ffprobePath: string;
}

const PATIENCE_MS = 120_000;
/** Contents that are recognised and can hold no audio we read: answered without opening them. */
const NEVER_AUDIO =
  /^(?:image|text|font|model)\/|^application\/(?!ogg|mp4|x-matroska|octet-stream|vnd\.audible)/;
const ENCRYPTED_EXTENSIONS = new Set(['m4p', 'aax']);
/** As little sound less than promised as frames and rounding explain. */
const COMPLETE_SHARE = 0.97;
const ROUNDING_MS = 1_500;
/** No speech codec is below this rate; only silence packs tighter. Short silences are nobody's attack. */
const MIN_BYTES_PER_SECOND = 200;
const HARMLESS_MS = 30 * 60_000;
/** ffmpeg does not know how to mix more into one, but for two layouts of cinemas. */
const MAX_CHANNELS = 8;

/** [container as ffprobe names it, our name, media type] */
const CONTAINERS: [RegExp, string, string][] = [
  [/^mp3/, 'mp3', 'audio/mpeg'],
  [/^wav|^w64/, 'wav', 'audio/wav'],
  [/mp4|m4a|mov/, 'm4a', 'audio/mp4'],
  [/^flac/, 'flac', 'audio/flac'],
  [/^ogg/, 'ogg', 'audio/ogg'],
  [/matroska|webm/, 'webm', 'audio/webm'],
  [/^aac/, 'aac', 'audio/aac'],
  [/^aiff/, 'aiff', 'audio/aiff'],
  [/^caf/, 'caf', 'audio/x-caf'],
  [/^amr/, 'amr', 'audio/amr'],
  [/^au/, 'au', 'audio/basic'],
];

/** What is offered to people; the decoder reads a few more. */
export const FORMATS = ['MP3', 'WAV', 'M4A', 'FLAC', 'OGG', 'Opus', 'WebM', 'AAC'];

/**
 * Looks at a file that somebody gave us, by its content only. Cheap checks first, so that nothing dangerous is opened.
 * @throws ExpectedError `UPLOAD_EMPTY` · `UPLOAD_TOO_LARGE` · `UPLOAD_NOT_AUDIO` · `UPLOAD_NO_AUDIO_STREAM` ·
 *   `UPLOAD_ENCRYPTED` · `UPLOAD_TRUNCATED` · `UPLOAD_TOO_LONG` · `UPLOAD_TOO_MANY_CHANNELS` ·
 *   `UPLOAD_IMPLAUSIBLE`
 */
export async function inspectAudio(
  path: string,
  limits: AudioLimits,
  tools: MediaTools,
): Promise<AudioFacts> {
  const { size: sizeBytes } = await stat(path);
  if (sizeBytes === 0) throw uploadEmpty();
  if (sizeBytes > limits.maxBytes) throw uploadTooLarge(limits.maxBytes);
  const type = await fileTypeFromFile(path).catch(() => undefined);
  if (type && ENCRYPTED_EXTENSIONS.has(type.ext)) throw uploadEncrypted();
  if (type && NEVER_AUDIO.test(type.mime)) throw uploadNotAudio(type.ext.toUpperCase());

  const signal = AbortSignal.timeout(PATIENCE_MS);
  const probe = await probeAudio(path, { signal, ffprobePath: tools.ffprobePath }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (probe.channels > MAX_CHANNELS) throw uploadTooManyChannels(probe.channels, MAX_CHANNELS);
  const contained = await containedSound(path, probe.container, tools.ffmpegPath, signal);
  const durationMs = contained?.durationMs ?? probe.durationMs;
  if (contained?.durationMs === 0) throw uploadNotAudio();
  await refuseIncomplete(path, sizeBytes, probe, contained);
  if (durationMs !== null && durationMs > limits.maxDurationHours * 3_600_000)
    throw uploadTooLong(limits.maxDurationHours);
  if (
    durationMs !== null &&
    durationMs > HARMLESS_MS &&
    sizeBytes / (durationMs / 1000) < MIN_BYTES_PER_SECOND
  )
    throw uploadImplausible();
  return { ...describe(probe), durationMs, sizeBytes };
}

async function refuseIncomplete(
  path: string,
  sizeBytes: number,
  probe: AudioProbe,
  contained: ContainedSound | null,
): Promise<void> {
  const promisedMs = probe.durationMs;
  if (
    contained !== null &&
    promisedMs !== null &&
    contained.durationMs < promisedMs * COMPLETE_SHARE - ROUNDING_MS
  ) {
    throw uploadTruncated(promisedMs, contained.durationMs);
  }
  if (await isCut(path, sizeBytes, probe, contained)) throw uploadTruncated(null, null);
}

async function isCut(
  path: string,
  sizeBytes: number,
  { container }: AudioProbe,
  contained: ContainedSound | null,
): Promise<boolean> {
  if (container === 'wav') return isCutWav(path, sizeBytes);
  if (container === 'ogg') return isCutOgg(path, sizeBytes);
  return contained?.breaksOff ?? false;
}

function describe({ container, codec }: AudioProbe): Pick<AudioFacts, 'format' | 'mediaType'> {
  const [, name, mediaType] = CONTAINERS.find(([pattern]) => pattern.test(container)) ?? [
    null,
    container.split(',')[0] ?? container,
    'application/octet-stream',
  ];
  const obvious = codec === name || codec.startsWith('pcm_');
  return { format: obvious ? name : `${name} (${codec})`, mediaType };
}
