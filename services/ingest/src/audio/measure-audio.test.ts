import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAudio } from './measure-audio.ts';

it('measures peaks and levels, across the pieces a file is read in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'measure-'));
  try {
    // 100 s: silence, with one loud sample at 50 s and a square wave of half amplitude from 90 s on.
    const pcm = new Int16Array(16_000 * 100);
    pcm[16_000 * 50] = -32_768;
    for (let i = 16_000 * 90; i < pcm.length; i++) pcm[i] = i % 2 ? 16_384 : -16_384;
    const path = join(folder, 'audio.pcm');
    await writeFile(path, Buffer.concat([Buffer.from(pcm.buffer), Buffer.from([7])]));
    const { durationMs, peaks, levels } = await measureAudio(path, new AbortController().signal);
    expect(durationMs).toBe(100_000);
    const at = (seconds: number) => peaks[Math.floor((seconds / 100) * peaks.length)];
    expect([at(10), at(50), at(95)]).toEqual([0, 1, 0.5]);
    expect(levels).toHaveLength(5_000);
    expect(levels[4_800]).toBeCloseTo(0.5);
    expect(levels[100]).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
