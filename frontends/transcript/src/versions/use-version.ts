import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import type { ProblemValue } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { VersionSegment } from './compare-versions.ts';
import { VersionSegmentsQuery } from './version.operations.ts';

export interface LoadedVersion {
  /** Null until all of it is read. */
  readonly segments: readonly VersionSegment[] | null;
  readonly problem: ProblemValue | null;
}

/** Throws what the server refuses with, or a network error. */
async function readVersion(
  client: Client,
  recordingId: string,
  version: number,
  signal: AbortSignal,
): Promise<VersionSegment[] | ProblemValue> {
  const segments: VersionSegment[] = [];
  for (let after: string | null = null; !signal.aborted;) {
    const result: Awaited<ReturnType<typeof readPage>> = await readPage(client, recordingId, version, after);
    const answer = result.data?.transcriptVersion;
    if (!answer) throw result.error ?? new Error('no answer');
    if (answer.__typename === 'Problem') return answer;
    const { edges, pageInfo } = answer.segments;
    segments.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor ?? null;
  }
  return segments;
}

const readPage = (client: Client, recordingId: string, version: number, after: string | null) =>
  client
    .query(VersionSegmentsQuery, { recordingId, version, after }, { requestPolicy: 'network-only' })
    .toPromise();

/** What a version of a transcript says. @param version null for none */
export function useVersion(recordingId: string, version: number | null): LoadedVersion {
  const client = useClient();
  const { t } = useMessages('common');
  const [loaded, setLoaded] = useState<(LoadedVersion & { readonly version: number }) | null>(null);
  useEffect(() => {
    if (version === null) return;
    const abort = new AbortController();
    void readVersion(client, recordingId, version, abort.signal)
      .then(
        (read): LoadedVersion =>
          'code' in read ? { segments: null, problem: read } : { segments: read, problem: null },
        (): LoadedVersion => ({ segments: null, problem: unreachable(t('problem.network')) }),
      )
      .then((read) => {
        if (!abort.signal.aborted) setLoaded({ ...read, version });
      });
    return () => abort.abort();
  }, [client, recordingId, version, t]);
  return loaded?.version === version ? loaded : { segments: null, problem: null };
}

const unreachable = (message: string): ProblemValue => ({
  code: 'UNREACHABLE',
  message,
  troubleshooting: [],
  recovery: [],
});
