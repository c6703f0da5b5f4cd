import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { speechEnv, type SpeechEnv } from '../src/env.ts';
import { decodeAudio, type AudioSlice } from '../src/index.ts';

/** A folder of this test file, removed after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-engines-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args);
  if (error || status !== 0) throw new Error(`${command}: ${error?.message ?? String(stderr)}`);
}

/** Sentences spoken one after another by flite's voices (apt-get install flite) as a 16 kHz WAV. */
export function speak(
  lines: readonly (readonly [voice: string, text: string])[],
  folder: string,
  name = 'speech',
): string {
  const parts = lines.map(([voice, text], i) => {
    const part = join(folder, `${name}-${i}.wav`);
    run('flite', ['-voice', voice, '-t', text, '-o', part]);
    return part;
  });
  const wav = join(folder, `${name}.wav`);
  const inputs = parts.flatMap((part) => ['-i', part]);
  const padded = parts.map((_, i) => `[${i}:a]aresample=16000,apad=pad_dur=0.5[a${i}]`).join(';');
  run('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...inputs,
    '-filter_complex',
    `${padded};${parts.map((_, i) => `[a${i}]`).join('')}concat=n=${parts.length}:v=0:a=1`,
    '-ac',
    '1',
    wav,
  ]);
  return wav;
}

/** The sentences as engines read them. */
export async function sliceOf(
  lines: readonly (readonly [voice: string, text: string])[],
  folder: string,
): Promise<AudioSlice> {
  const pcmPath = join(folder, `speech-${lines.length}.pcm`);
  const { durationMs } = await decodeAudio(speak(lines, folder), pcmPath, {
    signal: AbortSignal.timeout(60_000),
    maxDurationMs: 600_000,
  });
  return { pcmPath, startMs: 0, endMs: durationMs };
}

export const DIALOGUE = [
  ['slt', 'Good morning, and thank you for taking the time to speak with us today.'],
  ['rms', 'Good morning. I am glad that we can finally speak about the new service.'],
  ['slt', 'That is good to hear. What is the biggest problem for you at the moment?'],
  ['rms', 'The price went up by twenty percent in March, and nobody told us before the bill came.'],
  ['slt', 'I am sorry about that. You should have received a letter in February.'],
  ['rms', 'We never received a letter, and we almost left for another company.'],
] as const;

/** The models that tests may use, where they are. */
export const sharedModels = resolve(
  fileURLToPath(new URL('../../..', import.meta.url)),
  process.env['COLLOQUY_MODELS'] ?? '../shared/models',
);
export const withSharedModels = existsSync(join(sharedModels, 'zipformer-3m')) ? test : test.skip;

/** @param folder what the engines may write to */
export function testEnv(folder: string, values: Record<string, string> = {}): SpeechEnv {
  const defaults = { COLLOQUY_DATA: folder, SPEECH_MODELS_DIR: join(folder, 'no-such-models') };
  return z.object(speechEnv).parse({ ...defaults, ...values });
}
