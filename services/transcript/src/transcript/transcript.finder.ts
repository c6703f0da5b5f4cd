import { batchGroupLoader, batchLoader, isId } from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { formersOf, type FormerSpeakers } from '../speaker/speaker-successor.ts';
import { VoiceMatch } from '../voice-match/voice-match.entity.ts';
import { Transcript } from './transcript.entity.ts';

/** Of these recordings, those that may be shown. */
const VISIBLE =
  'select recording_id from transcript.recording_ref where workspace_id = :workspaceId and not hidden';

/** Batched reads by key, for references from other subgraphs and for fields. Hidden recordings are as good as gone. */
export class TranscriptFinder {
  constructor(private readonly dataSource: DataSource) {}

  /** The current transcript of a recording. */
  readonly byRecording = batchLoader<Transcript>(
    (ids, workspaceId) => this.visible(Transcript, 'recordingId', ids, workspaceId, { isCurrent: true }),
    ({ recordingId }) => recordingId,
  );

  /** Every transcript of a recording, the earliest first, without those that are still being imported. */
  readonly transcriptsOf = batchGroupLoader<Transcript>(
    async (ids, workspaceId) => {
      const found = await this.visible(Transcript, 'recordingId', ids, workspaceId);
      return found.filter(({ version }) => version > 0).toSorted((a, b) => a.version - b.version);
    },
    ({ recordingId }) => recordingId,
  );

  readonly transcript = batchLoader<Transcript>(
    (ids, workspaceId) => this.visible(Transcript, 'id', ids, workspaceId),
    ({ id }) => id,
  );

  readonly speaker = batchLoader<Speaker>(
    (ids, workspaceId) => this.visible(Speaker, 'id', ids, workspaceId),
    ({ id }) => id,
  );

  /** Who a speaker was before: under other ids. */
  readonly formerSpeakers = batchLoader<FormerSpeakers>(
    (ids, workspaceId) => formersOf(this.dataSource.manager, workspaceId, ids),
    ({ id }) => id,
  );

  readonly segment = batchLoader<Segment>(
    (ids, workspaceId) => this.visible(Segment, 'id', ids, workspaceId),
    ({ id }) => id,
  );

  /** In order of first speech. */
  readonly speakersOf = batchGroupLoader<Speaker>(
    (ids, workspaceId) =>
      this.dataSource.manager.find(Speaker, {
        where: { transcriptId: In(ids), workspaceId, absent: false },
        order: { position: 'ASC' },
      }),
    ({ transcriptId }) => transcriptId,
  );

  /** In order of time. */
  readonly voiceMatchesOf = batchGroupLoader<VoiceMatch>(
    (ids, workspaceId) =>
      this.dataSource.manager.find(VoiceMatch, {
        where: { speakerId: In(ids), workspaceId },
        order: { startMs: 'ASC', local: 'ASC' },
      }),
    ({ speakerId }) => speakerId,
  );

  private async visible<T extends Transcript | Speaker | Segment>(
    entity: new () => T,
    key: 'id' | 'recordingId',
    ids: readonly string[],
    workspaceId: string,
    where: { isCurrent?: true } = {},
  ): Promise<T[]> {
    const wanted = ids.filter(isId);
    if (wanted.length === 0) return [];
    return this.dataSource.manager
      .createQueryBuilder(entity, 'found')
      .where(`found.${key} = any(:wanted)`, { wanted })
      .andWhere({ workspaceId, ...where })
      .andWhere(`found.recordingId in (${VISIBLE})`, { workspaceId })
      .getMany();
  }
}
