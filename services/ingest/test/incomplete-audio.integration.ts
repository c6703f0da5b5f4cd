import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpectedError } from '@colloquy/subgraph';
import { inspectAudio } from '../src/upload/inspect-audio.ts';
import { audio, removeMadeAudio } from './running-ingest.ts';

const folder = mkdtempSync(join(tmpdir(), 'colloquy-incomplete-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeMadeAudio();
});

/** The length that is found, or what the file is refused for. */
async function verdict(bytes: Buffer): Promise<number | string> {
  const path = join(folder, 'upload');
  writeFileSync(path, bytes);
  const limits = { maxBytes: 500_000_000, maxDurationHours: 12 };
  try {
    const tools = { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' };
    return Math.round(((await inspectAudio(path, limits, tools)).durationMs ?? 0) / 1_000);
  } catch (error) {
    if (error instanceof ExpectedError) return error.problem.code;
    throw error;
  }
}

/** Half of a file, but not up to a frame of AAC or into its header: nothing would tell that more was to come. */
function half(bytes: Buffer): Buffer {
  const cut = Math.floor(bytes.length / 2) + 3;
  const frame = bytes.lastIndexOf(Buffer.from([0xff, 0xf1]), cut);
  return bytes.subarray(0, frame >= 0 && cut - frame < 8 ? cut + 16 : cut);
}

it.each([
  ['ogg', []],
  ['opus', []],
  ['aac', []],
  ['caf', []],
  // As a browser records it: without saying how long it is.
  ['webm', ['-live', '1']],
])('half of a %s is refused, all of it is not', async (extension, options) => {
  const whole = audio(20, extension, ...options);
  expect(await verdict(whole)).toBe(20);
  expect(await verdict(half(whole))).toBe('UPLOAD_TRUNCATED');
});

it('an Ogg without its last bytes is refused, one that was never marked as ended is not', async () => {
  const whole = audio(20, 'ogg');
  const page = whole.lastIndexOf('OggS');
  for (const length of [page + 3 * 9, page + 10, whole.length - 1])
    expect(await verdict(whole.subarray(0, length))).toBe('UPLOAD_TRUNCATED');
  const unmarked = Buffer.from(whole);
  unmarked.writeUInt8(0, page + 5);
  expect(await verdict(unmarked)).toBeGreaterThan(18);
});

/** Two seconds. @param riff, data the sizes that the headers claim; those that are true by default */
function wav({ riff, data, channels = 1 }: { riff?: number; data?: number; channels?: number }): Buffer {
  const sound = Buffer.alloc(2 * 8_000 * 2 * channels, Buffer.from([0, 1]));
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(riff ?? 36 + sound.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000 * channels, 28);
  header.writeUInt16LE(2 * channels, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data ?? sound.length, 40);
  return Buffer.concat([header, sound]);
}

it.each([
  ['true sizes', {}, 2],
  ['2 GB of sound in a small file', { data: 2_000_000_000 }, 'UPLOAD_TRUNCATED'],
  ['2³¹ bytes of sound in a file whose size is known', { data: 0x8000_0000 }, 'UPLOAD_TRUNCATED'],
  ['twice its sound, streamed', { riff: 0xffff_ffff, data: 64_000 }, 'UPLOAD_TRUNCATED'],
  ['as ffmpeg leaves it in a pipe', { riff: 0xffff_ffff, data: 0xffff_ffff }, 2],
  ['as arecord leaves it in a pipe', { riff: 0x8000_0024, data: 0x8000_0000 }, 2],
  ['as SoX leaves it in a pipe', { riff: 0x7fff_f024, data: 0x7fff_f000 }, 2],
  ['never filled in', { riff: 0, data: 0 }, 2],
  ['eight channels', { channels: 8 }, 2],
  ['more channels than can be mixed', { channels: 9 }, 'UPLOAD_TOO_MANY_CHANNELS'],
  ['sixty-four channels', { channels: 64 }, 'UPLOAD_TOO_MANY_CHANNELS'],
])('a WAV with %s', async (_what, header, expected) => {
  expect(await verdict(wav(header))).toBe(expected);
});
