import { calibrationOf, type KnownVoice, type VoiceCandidate } from '@colloquy/speech';
import { inTransaction, widenNearestNeighbors } from '@colloquy/subgraph';
import { fromSql } from 'pgvector';
import type { DataSource, EntityManager } from 'typeorm';
import type { Speaker } from '../speaker/speaker.entity.ts';
import { distanceTo, ofModel, type VoiceIndex, type VoiceModel } from './voice-index.ts';

/** Persons a voice is compared with: the nearest. */
const MAX_CANDIDATES = 20;
/** Speakers of other recordings that a new voice is compared with: the nearest. */
const MAX_SPEAKERS = 200;
/** Voices looked at in the index, those among them that do not come into question. */
const MAX_CONSIDERED = 400;

/**
 * Voices of a workspace that are looked at one by one. The index may never come to some of them where many are equally
 * far from each other, whatever it is told to consider.
 */
const MAX_EXACT = 2_000;

/** The database reckons with fewer digits. */
const ROUNDING = 1e-3;

/** Finds near voices of the same embedder: by its index where they are many. */
export class VoiceSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly index: Pick<VoiceIndex, 'ensure'>,
    private readonly maxExact = MAX_EXACT,
  ) {}

  /** The persons whose voices are nearest. @param vector as PostgreSQL writes it */
  async nearestProfiles(workspaceId: string, of: VoiceModel, vector: string): Promise<KnownVoice[]> {
    await this.index.ensure(of);
    const rows = await inTransaction(this.dataSource, async (tx) => {
      const isExact = await this.areFew(tx, 'profile_centroid', workspaceId, of);
      if (!isExact) await widenNearestNeighbors(tx, MAX_CONSIDERED);
      return tx.query<{ profileId: string; vector: string }[]>(nearestProfilesStatement(of, isExact), [
        vector,
        workspaceId,
      ]);
    });
    return rows.map(({ profileId, vector: own }) => ({ profileId, vector: fromSql(own) as number[] }));
  }

  /** Recordings in which somebody sounds like this person, and nobody has said who they are or that they are not. */
  async recordingsLike(workspaceId: string, profileId: string): Promise<string[]> {
    const centroids: (VoiceModel & { vector: string })[] = await this.dataSource.query(
      // A model that nobody was heard with here, as of an imported profile, is not worth an index.
      `select model, dimensions, embedding::text as vector from transcript.profile_centroid centroid
        where profile_id = $1 and workspace_id = $2
          and exists (select 1 from transcript.speaker_embedding heard
                       where heard.model = centroid.model and heard.dimensions = centroid.dimensions
                         and heard.workspace_id = $2)`,
      [profileId, workspaceId],
    );
    const found = new Set<string>();
    for (const { vector, ...of } of centroids) {
      await this.index.ensure(of);
      const rows = await inTransaction(this.dataSource, async (tx) => {
        const isExact = await this.areFew(tx, 'speaker_embedding', workspaceId, of);
        if (!isExact) await widenNearestNeighbors(tx, MAX_CONSIDERED);
        return tx.query<{ recordingId: string }[]>(
          nearestSpeakersStatement(of, isExact),
          // Far below even odds nobody would be asked.
          [vector, workspaceId, calibrationOf(of.model).middle, profileId],
        );
      });
      for (const { recordingId } of rows) found.add(recordingId);
    }
    return [...found];
  }

  /** Whether somebody is still as much like a person whose voice may have changed since they were compared. */
  async isStillSo(
    tx: EntityManager,
    { id: speakerId, workspaceId }: Pick<Speaker, 'id' | 'workspaceId'>,
    model: string,
    best: VoiceCandidate | null,
  ): Promise<boolean> {
    if (!best) return true;
    const [now]: { similarity: number }[] = await tx.query(
      `select 1 - (known.embedding <=> heard.embedding) as similarity
         from transcript.profile_centroid known
         join transcript.speaker_embedding heard
           on heard.model = known.model and heard.dimensions = known.dimensions and heard.workspace_id = $3
        where known.profile_id = $1 and heard.speaker_id = $2 and known.workspace_id = $3 and known.model = $4`,
      [best.profileId, speakerId, workspaceId, model],
    );
    return now !== undefined && now.similarity > best.similarity - ROUNDING;
  }

  private async areFew(
    tx: EntityManager,
    table: VoiceTable,
    workspaceId: string,
    of: VoiceModel,
  ): Promise<boolean> {
    const [row]: { count: number }[] = await tx.query(
      `select count(*)::int as count from (
         select 1 from transcript.${table} where ${ofModel(of)} and workspace_id = $1 limit $2) few`,
      [workspaceId, this.maxExact + 1],
    );
    return row !== undefined && row.count <= this.maxExact;
  }
}

type VoiceTable = 'profile_centroid' | 'speaker_embedding';

/** The voices of a workspace; `offset 0` keeps the planner from going through them by an index of nearness. */
const voicesIn = (table: VoiceTable, of: VoiceModel, isExact: boolean): string =>
  `(select * from transcript.${table} where ${ofModel(of)} and workspace_id = $2${isExact ? ' offset 0' : ''}) as voice`;

export const nearestProfilesStatement = (of: VoiceModel, isExact: boolean): string =>
  `select profile_id as "profileId", embedding::text as vector from ${voicesIn('profile_centroid', of, isExact)}
    order by ${distanceTo('$1', of)} limit ${MAX_CANDIDATES}`;

/** Of those who may still be somebody else, in the transcripts that are read. */
const nearestSpeakersStatement = (of: VoiceModel, isExact: boolean): string =>
  `select distinct "recordingId" from (
     select speaker.recording_id as "recordingId", ${distanceTo('$1', of)} as distance
       from ${voicesIn('speaker_embedding', of, isExact)}
       join transcript.speaker on speaker.id = voice.speaker_id
      where speaker.profile_id is null and not speaker.absent
        and exists (select 1 from transcript.transcript
                     where transcript.id = speaker.transcript_id and transcript.is_current)
        and not exists (select 1 from transcript.speaker_identification decided
                         where decided.speaker_id = speaker.id and decided.decided_by is not null)
        and not exists (select 1 from transcript.identification_rejection rejection
                         where rejection.speaker_id = speaker.id and rejection.profile_id = $4)
      order by ${distanceTo('$1', of)} limit ${MAX_SPEAKERS}) nearest
    where 1 - distance >= $3`;
