import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { ProblemValue } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { readVersions, type VersionRows } from './read-versions.ts';

export interface LoadedVersions {
  /** Null until all of it is read. */
  readonly text: VersionRows | null;
  readonly problem: ProblemValue | null;
}

/** What a version of a transcript says, held against another. @param other null for none */
export function useVersions(recordingId: string, version: number, other: number | null): LoadedVersions {
  const client = useClient();
  const { t } = useMessages('common');
  const [loaded, setLoaded] = useState<(LoadedVersions & { readonly key: string }) | null>(null);
  const key = `${version} ${other}`;
  useEffect(() => {
    const abort = new AbortController();
    void readVersions(client, recordingId, [version, other], abort.signal)
      .then(
        (read): LoadedVersions =>
          'code' in read ? { text: null, problem: read } : { text: read, problem: null },
        (): LoadedVersions => ({ text: null, problem: unreachable(t('problem.network')) }),
      )
      .then((read) => {
        if (!abort.signal.aborted) setLoaded({ ...read, key: `${version} ${other}` });
      });
    return () => abort.abort();
  }, [client, recordingId, version, other, t]);
  return loaded?.key === key ? loaded : { text: null, problem: null };
}

const unreachable = (message: string): ProblemValue => ({
  code: 'UNREACHABLE',
  message,
  troubleshooting: [],
  recovery: [],
});
