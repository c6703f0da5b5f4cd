import type { Context } from '@colloquy/subgraph';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { fold, inverse, type ChangeSet, type SegmentState } from './change-set.ts';
import { Correction } from './correction.entity.ts';
import { transcriptNotFound, versionUnknown } from './correction.errors.ts';
import { differencesOf } from './correction.types.ts';
import { TranscriptVersion, type SegmentVersion } from './transcript-version.types.ts';

type Shown = Pick<SegmentState, 'speakerId' | 'place' | 'startMs' | 'endMs' | 'text'>;

/** What transcripts said in earlier versions: as they are now, with every correction since then done backwards. */
export class TranscriptVersionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
  ) {}

  /** @throws ExpectedError when there is no transcript, or no such version of it */
  async at(recordingId: string, version: number, context: Context): Promise<TranscriptVersion> {
    const transcript = await this.finder.byRecording(recordingId, context);
    if (!transcript) throw transcriptNotFound(recordingId);
    const { manager } = this.dataSource;
    const since = await changesSince(manager, transcript, version);
    const rows = await manager.find(Segment, {
      select: { id: true, speakerId: true, place: true, startMs: true, endMs: true, text: true },
      where: { transcriptId: transcript.id, workspaceId: transcript.workspaceId },
    });
    const states = new Map<string, Shown>(rows.map((row) => [row.id, row]));
    for (const { segmentId, before } of since.segments) {
      const now = states.get(segmentId);
      if (before === null) states.delete(segmentId);
      else states.set(segmentId, { ...now, ...before } as Shown);
    }
    return Object.assign(new TranscriptVersion(), {
      version,
      transcriptId: transcript.id,
      segments: inOrder(states),
      differenceCount: since.segments.length,
      differences: differencesOf(since.segments),
    });
  }
}

/** Every correction of a transcript after a version, as one. @throws ExpectedError when it never had that version */
export async function changesSince(
  tx: EntityManager,
  { id: transcriptId, workspaceId, recordingId, version: current }: Transcript,
  version: number,
): Promise<ChangeSet> {
  const [row]: { first: number }[] = await tx.query(
    `select coalesce(max(version), 0) + 1 as first from transcript.transcript
      where recording_id = $1 and workspace_id = $2 and id <> $3 and version < $4`,
    [recordingId, workspaceId, transcriptId, current],
  );
  const first = row?.first ?? 1;
  if (version < first || version > current) throw versionUnknown(version, first, current);
  const corrections = await tx.find(Correction, {
    where: { transcriptId, workspaceId, version: MoreThan(version) },
    order: { version: 'ASC' },
  });
  return fold(corrections);
}

/** What brings a transcript back to a version. */
export async function restoration(
  tx: EntityManager,
  transcript: Transcript,
  version: number,
): Promise<ChangeSet> {
  return inverse(await changesSince(tx, transcript, version));
}

function inOrder(states: ReadonlyMap<string, Shown>): SegmentVersion[] {
  return Array.from(states, ([segmentId, { speakerId, place, startMs, endMs, text }]) => ({
    segmentId,
    speakerId,
    place,
    startMs,
    endMs,
    text,
  })).toSorted((a, b) => comparePlaces(a.place, b.place));
}

/** Orders numbers as PostgreSQL writes them, however many digits they have; places are not negative. */
export function comparePlaces(a: string, b: string): number {
  const [[wholeA = '', restA = ''], [wholeB = '', restB = '']] = [a.split('.'), b.split('.')];
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const digits = Math.max(restA.length, restB.length);
  const [fractionA, fractionB] = [restA.padEnd(digits, '0'), restB.padEnd(digits, '0')];
  return fractionA === fractionB ? 0 : fractionA < fractionB ? -1 : 1;
}
