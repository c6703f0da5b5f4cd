import { batchLoader, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { RecordingRef } from '../recording/recording-ref.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptVersionService } from '../version/transcript-version.service.ts';
import type { ExportDocument } from './export-document.ts';
import { readExportOptions } from './export.options.ts';
import type { ExportSource } from './export-source.ts';
import { EXPORT_KINDS, TranscriptExport, type ExportFormat } from './export.types.ts';
import { exportFileName } from './file-name.ts';

/** Offers a transcript's exports and reads it for them. */
export class ExportService {
  private readonly title: (recordingId: string, context: Context) => Promise<RecordingRef | null>;

  constructor(
    dataSource: DataSource,
    private readonly finder: Pick<TranscriptFinder, 'transcript'>,
    private readonly versions: Pick<TranscriptVersionService, 'transcriptAt'>,
    private readonly source: ExportSource,
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
    return Object.entries(EXPORT_KINDS).map(([format, { extension, options }]) =>
      Object.assign(new TranscriptExport(), {
        format: format as ExportFormat,
        url: `/exports/${transcript.id}.${extension}`,
        fileName: exportFileName(title, extension),
        options,
      }),
    );
  }

  /**
   * @param query how it is to be written, not checked yet
   * @returns null when the transcript is not there or may not be shown.
   * @throws ExpectedError when it cannot be written like that
   */
  async document(
    transcriptId: string,
    format: ExportFormat,
    query: unknown,
    context: Context,
  ): Promise<ExportDocument | null> {
    const found = await this.finder.transcript(transcriptId, context);
    if (!found) return null;
    const kind = EXPORT_KINDS[format];
    const { text, version, names = true, times = kind.times } = readExportOptions(query, kind.options);
    // Versions are counted over all transcripts of a recording.
    const transcript =
      version === undefined ? found : await this.versions.transcriptAt(found.recordingId, version, context);
    const source =
      text === 'original'
        ? await this.source.original(transcript)
        : await this.source.corrected(transcript, version);
    const { recordingId, language, durationMs } = transcript;
    return {
      title: await this.titleOf(transcript, context),
      recordingId,
      language,
      durationMs,
      names,
      times,
      ...source,
    };
  }

  private async titleOf({ recordingId }: Transcript, context: Context): Promise<string> {
    return (await this.title(recordingId, context))?.title ?? '';
  }
}
