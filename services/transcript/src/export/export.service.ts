import { batchLoader, type Context } from '@colloquy/subgraph';
import { MoreThan, type DataSource } from 'typeorm';
import { RecordingRef } from '../recording/recording-ref.entity.ts';
import { Segment } from '../segment/segment.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ExportDocument } from './export-document.ts';
import { EXPORT_KINDS, TranscriptExport, type ExportFormat } from './export.types.ts';
import { exportFileName } from './file-name.ts';

const BATCH = 500;

/** Offers a transcript's exports and reads it for them. */
export class ExportService {
  private readonly title: (recordingId: string, context: Context) => Promise<RecordingRef | null>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: TranscriptFinder,
  ) {
    this.title = batchLoader<RecordingRef>(
      (ids, workspaceId) =>
        dataSource.manager
          .createQueryBuilder(RecordingRef, 'ref')
          .where('ref.recordingId = any(:ids)', { ids })
          .andWhere({ workspaceId })
          .getMany(),
      ({ recordingId }) => recordingId,
    );
  }

  async exportsOf(transcript: Transcript, context: Context): Promise<TranscriptExport[]> {
    const title = await this.titleOf(transcript, context);
    return Object.entries(EXPORT_KINDS).map(([format, { extension }]) =>
      Object.assign(new TranscriptExport(), {
        format: format as ExportFormat,
        url: `/exports/${transcript.id}.${extension}`,
        fileName: exportFileName(title, extension),
      }),
    );
  }

  /** @returns null when the transcript is not there or may not be shown. */
  async document(transcriptId: string, context: Context): Promise<ExportDocument | null> {
    const transcript = await this.finder.transcript(transcriptId, context);
    if (!transcript) return null;
    const speakers = await this.finder.speakersOf(transcript.id, context);
    const { recordingId, language, durationMs } = transcript;
    return {
      title: await this.titleOf(transcript, context),
      recordingId,
      language,
      durationMs,
      speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])),
      segments: this.segmentsOf(transcript),
    };
  }

  private async titleOf({ recordingId }: Transcript, context: Context): Promise<string> {
    return (await this.title(recordingId, context))?.title ?? '';
  }

  private async *segmentsOf({ id, workspaceId }: Transcript): AsyncIterable<Segment> {
    for (let after = '-1'; ;) {
      const batch = await this.dataSource.manager.find(Segment, {
        where: { transcriptId: id, workspaceId, place: MoreThan(after) },
        order: { place: 'ASC' },
        take: BATCH,
      });
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      after = last.place;
    }
  }
}
