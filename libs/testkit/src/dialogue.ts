import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Voices of flite that diarizers tell apart. */
export type Voice = 'rms' | 'slt' | 'awb';

export interface Line {
  voice: Voice;
  text: string;
}

function run(command: string, args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
}

/**
 * Speaks a dialogue into an audio file, half a second of silence between lines.
 * @param file its ending chooses the format: wav, mp3, flac, m4a, ogg …
 */
export function speakDialogue(lines: readonly Line[], file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-dialogue-'));
  try {
    const parts = lines.map(({ voice, text }, index) => {
      const part = join(folder, `${index}.wav`);
      run('flite', ['-voice', voice, '-t', text, '-o', part]);
      return part;
    });
    const inputs = parts.flatMap((part) => ['-i', part]);
    const padded = parts
      .map((_, i) => `[${i}:a]aresample=16000,aformat=channel_layouts=mono,apad=pad_dur=0.5[a${i}]`)
      .join(';');
    const joined = `${parts.map((_, i) => `[a${i}]`).join('')}concat=n=${parts.length}:v=0:a=1[out]`;
    run('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...inputs,
      '-filter_complex',
      `${padded};${joined}`,
      '-map',
      '[out]',
      file,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A short business call between two people, with words the small recognisers know. */
export const DELIVERY_CALL: readonly Line[] = [
  {
    voice: 'slt',
    text: 'Good morning. I would like to talk about the price of the new machine and the delivery date.',
  },
  {
    voice: 'rms',
    text: 'Good morning. The price is four hundred dollars a month, and we can deliver in the middle of October.',
  },
  {
    voice: 'slt',
    text: 'That is too late for us. The last delivery was two weeks late, and our customers were not happy.',
  },
  {
    voice: 'rms',
    text: 'I am sorry about that. I promise to send you a written plan on Friday, and we will pay for the delay.',
  },
  { voice: 'slt', text: 'Thank you. Please send the plan to my office before the end of the week.' },
  {
    voice: 'rms',
    text: 'You will have it on Friday morning. Is there anything else that I can do for you today?',
  },
];
