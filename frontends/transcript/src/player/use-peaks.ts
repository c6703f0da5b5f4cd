import { useEffect, useState } from 'react';
import { loadPeaks } from '@colloquy/web-kit';

/** A recording's waveform, loudness from 0 to 1 over its whole length; null while it loads, and when there is none. */
export function usePeaks(url: string | null | undefined): readonly number[] | null {
  const [peaks, setPeaks] = useState<readonly number[] | null>(null);
  useEffect(() => {
    setPeaks(null);
    if (!url) return;
    const abort = new AbortController();
    loadPeaks(url, abort.signal).then(
      (loaded) => setPeaks(loaded.peaks.length > 0 ? loaded.peaks : null),
      () => {
        // Without it the strip of speakers stands in; playing does not depend on it.
      },
    );
    return () => abort.abort();
  }, [url]);
  return peaks;
}
