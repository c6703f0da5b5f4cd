import type { Context } from '@colloquy/subgraph';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { fold, inverse, type ChangeSet } from '../correction/change-set.ts';
import { Correction } from '../correction/correction.entity.ts';
import { transcriptNotFound, versionUnknown } from '../correction/correction.errors.ts';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { compareVersions } from './compare-versions.ts';
import { segmentsBefore } from './segments-before.ts';
import { speakersBefore, type SpeakersOfVersion } from './speaker-version.ts';
import { SegmentVersion, TranscriptComparison, TranscriptVersion } from './transcript-version.types.ts';

/** What transcripts said in earlier versions: as they are now, with every correction since then done backwards. */
export class TranscriptVersionService {
  private readonly comparedToNow = new WeakMap<TranscriptVersion, Promise<TranscriptComparison>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<TranscriptFinder, 'byRecording'>,
  ) {}

  /** @throws ExpectedError when there is no transcript, or no such version of it */
  async at(recordingId: string, version: number, context: Context): Promise<TranscriptVersion> {
    const transcript = await this.currentOf(recordingId, context);
    return readVersion(this.dataSource.manager, transcript, version);
  }

  /** @throws ExpectedError when there is no transcript, or no such version of it */
  async compare(
    recordingId: string,
    versions: { before: number; after: number },
    context: Context,
  ): Promise<TranscriptComparison> {
    const before = await this.at(recordingId, versions.before, context);
    const after = await this.at(recordingId, versions.after, context);
    return comparisonOf(before, after);
  }

  /** How a version differs from the current one; worked out once for all fields that ask. */
  compareToNow(version: TranscriptVersion, context: Context): Promise<TranscriptComparison> {
    const known = this.comparedToNow.get(version);
    if (known) return known;
    const compared = this.currentOf(version.recordingId, context)
      .then((transcript) => readVersion(this.dataSource.manager, transcript, transcript.version))
      .then((now) => comparisonOf(version, now));
    this.comparedToNow.set(version, compared);
    return compared;
  }

  private async currentOf(recordingId: string, context: Context): Promise<Transcript> {
    const transcript = await this.finder.byRecording(recordingId, context);
    if (!transcript) throw transcriptNotFound(recordingId);
    return transcript;
  }
}

const comparisonOf = (before: TranscriptVersion, after: TranscriptVersion): TranscriptComparison =>
  Object.assign(new TranscriptComparison(), { before, after, ...compareVersions(before, after) });

async function readVersion(
  tx: EntityManager,
  transcript: Transcript,
  version: number,
): Promise<TranscriptVersion> {
  const { id: transcriptId, recordingId, workspaceId } = transcript;
  const since = await changesSince(tx, transcript, version);
  const speakers = await speakersOfVersion(tx, transcript, since);
  const rows = await tx.find(Segment, {
    select: { id: true, speakerId: true, place: true, startMs: true, endMs: true, text: true },
    where: { transcriptId, workspaceId },
  });
  const segments = segmentsBefore<Omit<SegmentVersion, 'segmentId' | 'speaker'>>(rows, since.segments);
  return Object.assign(new TranscriptVersion(), {
    version,
    recordingId,
    transcriptId,
    everySpeaker: speakers,
    segments: segments.map(([segmentId, { speakerId, place, startMs, endMs, text }]) =>
      Object.assign(new SegmentVersion(), {
        segmentId,
        speakerId,
        place,
        startMs,
        endMs,
        text,
        speaker: speakers.get(speakerId) ?? null,
      }),
    ),
  });
}

/** Who the speakers were before some changes, the folded ones since a version. */
export async function speakersOfVersion(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Transcript,
  { speakers: changes }: ChangeSet,
): Promise<SpeakersOfVersion> {
  const speakers = await tx.find(Speaker, {
    where: { transcriptId, workspaceId },
    order: { position: 'ASC' },
  });
  return speakersBefore(speakers, changes);
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
