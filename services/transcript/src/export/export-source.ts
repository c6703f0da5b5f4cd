import { StorageError } from '@colloquy/storage';
import { MoreThan, type DataSource } from 'typeorm';
import type { ChangeSet, SegmentState } from '../correction/change-set.ts';
import type { OpenResult } from '../import/import-result.service.ts';
import { readHeader, readSegments } from '../import/result-document.ts';
import { cleanText } from '../segment/clean-text.ts';
import { Segment } from '../segment/segment.entity.ts';
import { loadWords, Word } from '../segment/word.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { comparePlaces } from '../version/place-order.ts';
import { present } from '../version/speaker-version.ts';
import { changesSince, speakersOfVersion } from '../version/read-version.ts';
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

  /** As it is now, or as it was in one of its versions. */
  async corrected(transcript: Transcript, version = transcript.version): Promise<Source> {
    const { manager } = this.dataSource;
    const since = await changesSince(manager, transcript, version);
    const speakers = present(await speakersOfVersion(manager, transcript, since));
    return {
      speakers: new Map(speakers.map((speaker) => [speaker.speakerId, speaker])),
      segments: backwards(this.segmentsOf(transcript), since),
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
    const speakers = (await this.everySpeakerOf(transcript)).filter(({ label }) => labels.has(label));
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

  /** In order of first speech, also those who are not among them any more. */
  private everySpeakerOf({ id: transcriptId, workspaceId }: Transcript): Promise<Speaker[]> {
    return this.dataSource.manager.find(Speaker, {
      where: { transcriptId, workspaceId },
      order: { position: 'ASC' },
    });
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

/** Segments as they were before some changes; what went with them comes back in its place. */
async function* backwards(
  segments: AsyncIterable<Segment>,
  { segments: changes }: ChangeSet,
): AsyncIterable<ExportedSegment> {
  const before = new Map(changes.map((change) => [change.segmentId, change.before]));
  const gone = changes
    .flatMap((change) => (change.after === null ? [change.before as SegmentState] : []))
    .toSorted((a, b) => comparePlaces(a.place, b.place));
  const asExported = (state: SegmentState) => ({ ...state, words: loadWords(state.words) });
  for await (const segment of segments) {
    while (gone[0] && comparePlaces(gone[0].place, segment.place) < 0)
      yield asExported(gone.shift() as SegmentState);
    const was = before.get(segment.id);
    if (was === null) continue;
    yield { ...segment, ...was, words: was?.words ? loadWords(was.words) : segment.words };
  }
  yield* gone.map(asExported);
}
