import type { Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { transcriptNotFound, versionUnknown } from '../correction/correction.errors.ts';
import { successorsBetween } from '../speaker/speaker-successor.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { compareVersions } from './compare-versions.ts';
import { machineVersionsOf } from './machine-version.ts';
import { readVersion } from './read-version.ts';
import { TranscriptComparison, TranscriptVersion } from './transcript-version.types.ts';

/**
 * What recordings said in earlier versions: their transcripts as they are now, with every correction since then done
 * backwards. Versions are counted over all transcripts of a recording.
 */
export class TranscriptVersionService {
  private readonly comparedToNow = new WeakMap<TranscriptVersion, Promise<TranscriptComparison>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: Pick<TranscriptFinder, 'transcriptsOf'>,
  ) {}

  /** @throws ExpectedError when there is no transcript, or no such version of it */
  async at(recordingId: string, version: number, context: Context): Promise<TranscriptVersion> {
    const transcripts = await this.finder.transcriptsOf(recordingId, context);
    const transcript = ownerOf(transcripts, recordingId, version);
    const madeBy = machineVersionsOf(transcripts).find(({ lastVersion }) => version <= lastVersion);
    return Object.assign(new TranscriptVersion(), {
      version,
      recordingId,
      transcriptId: transcript.id,
      madeBy,
      ...(await readVersion(this.dataSource.manager, transcript, version)),
    });
  }

  /** @throws ExpectedError when there is no transcript, or no such version of it */
  async compare(
    recordingId: string,
    versions: { before: number; after: number },
    context: Context,
  ): Promise<TranscriptComparison> {
    const before = await this.at(recordingId, versions.before, context);
    const after = await this.at(recordingId, versions.after, context);
    return this.comparison(before, after, context);
  }

  /** How a version differs from the current one; worked out once for all fields that ask. */
  compareToNow(version: TranscriptVersion, context: Context): Promise<TranscriptComparison> {
    const known = this.comparedToNow.get(version);
    if (known) return known;
    const { recordingId } = version;
    const compared = this.finder
      .transcriptsOf(recordingId, context)
      .then((transcripts) => this.at(recordingId, transcripts.at(-1)?.version ?? 0, context))
      .then((now) => this.comparison(version, now, context));
    this.comparedToNow.set(version, compared);
    return compared;
  }

  private async comparison(
    before: TranscriptVersion,
    after: TranscriptVersion,
    { workspaceId }: Context,
  ): Promise<TranscriptComparison> {
    const forwards = before.version <= after.version;
    const [from, to] = forwards
      ? [before.transcriptId, after.transcriptId]
      : [after.transcriptId, before.transcriptId];
    const became = await successorsBetween(this.dataSource.manager, workspaceId, { from, to });
    const counterparts = forwards ? became : new Map(Array.from(became, ([id, later]) => [later, id]));
    const compared = compareVersions(before, after, counterparts);
    return Object.assign(new TranscriptComparison(), { before, after, ...compared });
  }

  /** The transcript of a recording that had a version. @throws ExpectedError when there is no such version */
  async transcriptAt(recordingId: string, version: number, context: Context): Promise<Transcript> {
    return ownerOf(await this.finder.transcriptsOf(recordingId, context), recordingId, version);
  }
}

/** @param transcripts the earliest first */
function ownerOf(transcripts: readonly Transcript[], recordingId: string, version: number): Transcript {
  const last = transcripts.at(-1);
  if (!last) throw transcriptNotFound(recordingId);
  const transcript = version < 1 ? undefined : transcripts.find((one) => version <= one.version);
  if (!transcript) throw versionUnknown(version, last.version);
  return transcript;
}
