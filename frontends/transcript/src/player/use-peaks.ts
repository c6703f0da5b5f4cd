import { useEffect, useState } from 'react';
import { loadPeaks } from '@colloquy/web-kit';

/** A recording's waveform, loudness from 0 to 1 over its whole length; null while it loads, and when there is none. */
export function usePeaks(url: string | null | undefined): readonly number[] | null {
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly peaks: readonly number[] } | null>(
    null,
  );
  useEffect(() => {
    if (!url) return;
    const abort = new AbortController();
    loadPeaks(url, abort.signal).then(
      ({ peaks }) => setLoaded({ url, peaks }),
      () => {
        // Without it the strip of speakers stands in; playing does not depend on it.
      },
    );
    return () => abort.abort();
  }, [url]);
  return loaded && loaded.url === url && loaded.peaks.length > 0 ? loaded.peaks : null;
}
