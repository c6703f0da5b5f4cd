import { MAX_SEGMENT_LENGTH } from '@colloquy/contracts';
import { inTransaction, isId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { foldText } from '../search/fold-text.ts';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { lockTranscript, nextVersion } from '../transcript/transcript-version.ts';
import { alignWords } from './align-words.ts';
import { cleanText } from './clean-text.ts';
import { Segment } from './segment.entity.ts';
import {
  segmentConflict,
  segmentNotFound,
  segmentSuperseded,
  segmentTextEmpty,
  segmentTextTooLong,
} from './segment.errors.ts';

export interface SegmentEdit {
  segmentId: string;
  text: string;
  expectedVersion: number;
}

export class SegmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
  ) {}

  /**
   * Replaces a segment's text; its words are aligned to it anew.
   * @throws ExpectedError when the segment is not (or no longer) there, has changed since, or the text is no text.
   */
  async editText(edit: SegmentEdit, context: Context): Promise<Segment> {
    if (edit.text.length > MAX_SEGMENT_LENGTH) throw segmentTextTooLong(edit.text.length, MAX_SEGMENT_LENGTH);
    const text = cleanText(edit.text);
    if (text === '') throw segmentTextEmpty();
    const { segment, change } = await inTransaction(this.dataSource, (tx) =>
      this.apply(tx, { ...edit, text }, context),
    );
    if (change) this.events.announce(change);
    return segment;
  }

  private async apply(
    tx: EntityManager,
    edit: SegmentEdit,
    { workspaceId, viewer }: Context,
  ): Promise<{ segment: Segment; change?: TranscriptChangedPayload }> {
    const known = isId(edit.segmentId)
      ? await tx.findOneBy(Segment, { id: edit.segmentId, workspaceId })
      : null;
    // The transcript first, always: whoever changes one waits here, so versions have no gaps and nothing deadlocks.
    const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
    const segment = transcript && (await tx.findOneBy(Segment, { id: edit.segmentId, workspaceId }));
    if (!segment || !transcript) throw segmentNotFound(edit.segmentId);
    if (!transcript.isCurrent) throw segmentSuperseded();
    if (segment.version !== edit.expectedVersion) throw segmentConflict(segment);
    if (segment.text === edit.text) return { segment };

    const words = alignWords(segment.words, edit.text, segment);
    const changed = {
      text: edit.text,
      words,
      version: segment.version + 1,
      editedAt: new Date(),
      editedBy: viewer.name,
    };
    await tx.update(
      Segment,
      { id: segment.id, workspaceId },
      { ...changed, searchText: foldText(edit.text) },
    );
    const version = await nextVersion(tx, transcript, words.length - segment.words.length);
    const change: TranscriptChangedPayload = {
      workspaceId,
      recordingId: segment.recordingId,
      transcriptId: transcript.id,
      version,
      runId: null,
      reason: 'text-edited',
      segmentIds: [segment.id],
    };
    await this.events.publish(tx, change);
    return { segment: Object.assign(segment, changed), change };
  }
}
