/** Waveform peaks as served at a recording's `peaksUrl`: each 0 to 1, evenly spaced over the duration. */
export interface Peaks {
  durationMs: number;
  peaks: number[];
}

/** Fetches waveform peaks; throws when the address does not answer or answers something else. */
export async function loadPeaks(peaksUrl: string, signal?: AbortSignal): Promise<Peaks> {
  const response = await fetch(peaksUrl, { signal });
  if (!response.ok) throw new Error(`The waveform answered ${response.status}.`);
  const body = (await response.json()) as Partial<Peaks>;
  if (typeof body.durationMs !== 'number' || !Array.isArray(body.peaks))
    throw new Error('The waveform is not readable.');
  return { durationMs: body.durationMs, peaks: body.peaks };
}
