import { ExpectedError, inTransaction, isId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { lockTranscript, nextVersion } from '../transcript/transcript-version.ts';
import { readSpeakerName } from './speaker-name.ts';
import { nameColumns, Speaker } from './speaker.entity.ts';

export class SpeakerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: TranscriptEvents,
  ) {}

  /** @throws ExpectedError when the speaker is not there or the name cannot be kept. */
  async rename(speakerId: string, given: string | null | undefined, context: Context): Promise<Speaker> {
    const name = readSpeakerName(given);
    const { speaker, change } = await inTransaction(this.dataSource, (tx) =>
      this.apply(tx, speakerId, name, context),
    );
    if (change) this.events.announce(change);
    return speaker;
  }

  private async apply(
    tx: EntityManager,
    speakerId: string,
    name: string | null,
    { workspaceId }: Context,
  ): Promise<{ speaker: Speaker; change?: TranscriptChangedPayload }> {
    const known = isId(speakerId) ? await tx.findOneBy(Speaker, { id: speakerId, workspaceId }) : null;
    const transcript = known && (await lockTranscript(tx, workspaceId, known.transcriptId));
    const speaker = transcript && (await tx.findOneBy(Speaker, { id: speakerId, workspaceId }));
    if (!speaker || !transcript) throw speakerNotFound(speakerId);
    if (!transcript.isCurrent) throw speakerSuperseded();
    if (speaker.name === name) return { speaker };

    const named = nameColumns(name, speaker.position);
    await tx.update(Speaker, { id: speakerId, workspaceId }, named);
    const version = await nextVersion(tx, transcript);
    const change: TranscriptChangedPayload = {
      workspaceId,
      recordingId: speaker.recordingId,
      transcriptId: transcript.id,
      version,
      runId: null,
      reason: 'speaker-renamed',
      segmentIds: null,
    };
    await this.events.publish(tx, change);
    return { speaker: Object.assign(speaker, named), change };
  }
}

const speakerNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_NOT_FOUND',
    message: `There is no speaker ${id}.`,
    troubleshooting: ['The recording may have been deleted or processed again meanwhile.'],
    recovery: ['Load the transcript again.'],
  });

const speakerSuperseded = (): ExpectedError =>
  new ExpectedError({
    code: 'TRANSCRIPT_SUPERSEDED',
    message: 'The recording has been processed again: this speaker belongs to its earlier transcript.',
    recovery: ['Load the transcript again and rename the speaker there.'],
  });
