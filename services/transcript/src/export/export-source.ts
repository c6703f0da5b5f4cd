import { StorageError } from '@colloquy/storage';
import { MoreThan, type DataSource } from 'typeorm';
import { combine, type SegmentChange, type SegmentState } from '../correction/change-set.ts';
import type { Correction } from '../correction/correction.entity.ts';
import { stateOf } from '../correction/segment-state.ts';
import type { OpenResult } from '../import/import-result.service.ts';
import { readHeader, readSegments } from '../import/result-document.ts';
import { cleanText } from '../segment/clean-text.ts';
import { Segment } from '../segment/segment.entity.ts';
import { loadWords, Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { comparePlaces } from '../version/place-order.ts';
import { correctionsSince, speakersOf } from '../version/read-version.ts';
import { segmentsBefore } from '../version/segments-before.ts';
import { present, speakersBefore } from '../version/speaker-version.ts';
import type { ExportDocument, ExportedSegment } from './export-document.ts';
import { originalGone } from './export.errors.ts';

type Source = Pick<ExportDocument, 'speakers' | 'segments'>;

const BATCH = 500;

/** Reads what a transcript says, or said, a batch of segments at a time. */
export class ExportSource {
  constructor(
    private readonly dataSource: DataSource,
    private readonly openResult: OpenResult,
  ) {}

  /** As it is now, or as it was in one of its versions, also while it is being corrected. */
  async corrected(transcript: Transcript, version = transcript.version): Promise<Source> {
    const { manager } = this.dataSource;
    const rows = await speakersOf(manager, transcript);
    const since = await correctionsSince(manager, transcript, version);
    const speakers = present(speakersBefore(rows, combine(since).speakers));
    return {
      speakers: new Map(speakers.map((speaker) => [speaker.speakerId, speaker])),
      segments: this.segmentsOf(transcript, version, since),
    };
  }

  /** As the engine wrote it; who speaks is called as now. @throws ExpectedError when that is not kept any more */
  async original(transcript: Transcript): Promise<Source> {
    const { recordingId, runId } = transcript;
    const open = async () => {
      try {
        return await this.openResult(`recordings/${recordingId}/result-${runId}.json`);
      } catch (error) {
        throw error instanceof StorageError && error.code === 'NOT_FOUND' ? originalGone() : error;
      }
    };
    const { speakers: heard } = await readHeader(await open());
    const labels = new Set(heard.map(({ label }) => label));
    const speakers = (await speakersOf(this.dataSource.manager, transcript)).filter(({ label }) =>
      labels.has(label),
    );
    const ids = new Map(speakers.map(({ label, id }) => [label, id]));
    const segments = (async function* (): AsyncIterable<ExportedSegment> {
      for await (const { speaker, text, words, ...segment } of readSegments(await open()))
        yield {
          ...segment,
          speakerId: ids.get(speaker) ?? '',
          text: cleanText(text),
          words: words.map((word) => Object.assign(new Word(), word, { text: cleanText(word.text) })),
        };
    })();
    return { speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])), segments };
  }

  /** Whoever takes the file may be slow, so nothing is held meanwhile: each batch is taken back to the version by itself. */
  private async *segmentsOf(
    transcript: Transcript,
    version: number,
    since: readonly Correction[],
  ): AsyncIterable<ExportedSegment> {
    const { manager } = this.dataSource;
    const { id: transcriptId, workspaceId } = transcript;
    let changes = combine(since);
    let seen = since.at(-1)?.version ?? version;
    let after: string | null = null;
    do {
      const rows: Segment[] = await manager.find(Segment, {
        where: { transcriptId, workspaceId, ...(after !== null && { place: MoreThan(after) }) },
        order: { place: 'ASC' },
        take: BATCH,
      });
      const more = await correctionsSince(manager, transcript, seen);
      seen = more.at(-1)?.version ?? seen;
      changes = combine([changes, ...more]);
      const last: string | null = rows.length < BATCH ? null : (rows.at(-1)?.place ?? null);
      yield* batchBefore(rows, changes.segments, { after, last });
      after = last;
    } while (after !== null);
  }
}

/** Segments after one place and up to another as they were before some changes. A segment never changes its place. */
function batchBefore(
  rows: readonly Segment[],
  changes: readonly SegmentChange[],
  { after, last }: { after: string | null; last: string | null },
): ExportedSegment[] {
  const read = new Set(rows.map(({ id }) => id));
  const isHere = (place: string): boolean =>
    (after === null || comparePlaces(place, after) > 0) && (last === null || comparePlaces(place, last) <= 0);
  const touched = changes.filter(
    ({ segmentId, before }) => read.has(segmentId) || (before?.place !== undefined && isHere(before.place)),
  );
  const states = segmentsBefore<SegmentState>(
    rows.map((row) => [row.id, stateOf(row)]),
    touched,
  );
  return states.map(([, state]) => ({ ...state, words: loadWords(state.words) }));
}
