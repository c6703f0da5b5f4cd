import { inTransaction, newId, type Context } from '@colloquy/subgraph';
import { fromSql, toSql } from 'pgvector';
import type { DataSource, EntityManager } from 'typeorm';
import { NO_CHANGES, type ProfileChangeSet } from './profile-change-set.ts';
import { keepProfileChange } from './profile-change.writer.ts';
import type { ProfileChangeRunner } from './profile-change.runner.ts';
import { documentInvalid, readProfileDocument, type ProfileDocument } from './profile-document.ts';
import { lockProfiles, profileOf } from './profile-lock.ts';
import { profileNameFrom } from './profile-name.ts';
import { SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import type { VoiceModel } from './voice-index.ts';
import { VoiceSample, VoiceSampleOrigin } from './voice-sample.entity.ts';

interface StoredSample {
  id: string;
  speechMs: number;
  createdAt: Date;
  vectors: { model: string; vector: string; speechMs: number }[];
}

/** Profiles out of Colloquy and in again. */
export class ProfileTransferService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: Pick<ProfileChangeRunner, 'run'>,
  ) {}

  /** Keeps in the audit trail that somebody takes what is known of a person's voice. */
  async noteExport(profileId: string, { workspaceId, viewer }: Context): Promise<void> {
    const title = { workspaceId, profileId, kind: SpeakerProfileChangeKind.EXPORTED, author: viewer.name };
    await inTransaction(this.dataSource, async (tx) => {
      await lockProfiles(tx, workspaceId);
      await profileOf(tx, workspaceId, profileId);
      await keepProfileChange(tx, title, NO_CHANGES);
    });
  }

  /** What is known of a person's voice, as JSON: for them to have, or for another Colloquy. */
  async export({ id, workspaceId, name }: SpeakerProfile): Promise<string> {
    const rows: StoredSample[] = await this.dataSource.query(
      `select sample.id, sample.speech_ms as "speechMs", sample.created_at as "createdAt",
              json_agg(json_build_object('model', v.model, 'vector', v.embedding::text, 'speechMs', v.speech_ms)
                       order by v.model) as vectors
         from transcript.voice_sample sample join transcript.voice_vector v on v.sample_id = sample.id
        where sample.profile_id = $1 and sample.workspace_id = $2 and sample.removed_at is null
          and not sample.outdated
        group by sample.id order by sample.speech_ms desc, sample.id limit 200`,
      [id, workspaceId],
    );
    const document: ProfileDocument = {
      format: 'colloquy-speaker-profile',
      formatVersion: 1,
      name,
      exportedAt: new Date().toISOString(),
      samples: rows.map(({ speechMs, createdAt, vectors }) => ({
        speechMs,
        createdAt: createdAt.toISOString(),
        vectors: vectors.map((one) => ({ ...one, vector: fromSql(one.vector) as number[] })),
      })),
    };
    return JSON.stringify(document);
  }

  /** A new profile of what was exported. @returns its id @throws ExpectedError `PROFILE_DOCUMENT_INVALID` */
  async import(text: string, context: Context): Promise<string> {
    const document = readProfileDocument(text);
    const name = profileNameFrom(document.name);
    const { workspaceId, viewer } = context;
    const models = new Map(
      document.samples
        .flatMap(({ vectors }) => vectors)
        .map(({ model, vector }) => [model, { model, dimensions: vector.length }]),
    );
    const profileId = newId();
    const after = { name, createdAt: new Date().toISOString() };
    await this.runner.run(context, async (tx) => {
      await lockProfiles(tx, workspaceId);
      await refuseOtherDimensions(tx, workspaceId, [...models.values()]);
      const now = new Date();
      // The row first: samples refer to it.
      const owner = { workspaceId, name, searchName: '', createdAt: now, updatedAt: now };
      await tx.insert(SpeakerProfile, { id: profileId, ...owner });
      const samples = await insertSamples(tx, document, { workspaceId, profileId, addedBy: viewer.name });
      const changes = { ...NO_CHANGES, profiles: [{ profileId, before: null, after }], samples };
      return { kind: SpeakerProfileChangeKind.IMPORTED, profileId, changes };
    });
    return profileId;
  }
}

/**
 * Vectors of one model with different dimensions cannot be compared. How many a model has is what was heard here: what
 * only another document says stands in nobody's way. @throws ExpectedError `PROFILE_DOCUMENT_INVALID`
 */
async function refuseOtherDimensions(
  tx: EntityManager,
  workspaceId: string,
  models: readonly VoiceModel[],
): Promise<void> {
  const [other]: VoiceModel[] = await tx.query(
    `select heard.model, max(heard.dimensions) as dimensions
       from jsonb_to_recordset($2::jsonb) as given(model text, dimensions int)
       join (select model, dimensions, workspace_id from transcript.speaker_embedding
             union all
             select v.model, v.dimensions, v.workspace_id from transcript.voice_vector v
               join transcript.voice_sample sample on sample.id = v.sample_id and sample.origin <> $3) heard
         on heard.model = given.model and heard.workspace_id = $1
      group by heard.model having not bool_or(heard.dimensions = given.dimensions)
      limit 1`,
    [workspaceId, JSON.stringify(models), VoiceSampleOrigin.IMPORTED],
  );
  if (other) throw documentInvalid(`vectors of ${other.model} have ${other.dimensions} dimensions here`);
}

async function insertSamples(
  tx: EntityManager,
  document: ProfileDocument,
  owner: { workspaceId: string; profileId: string; addedBy: string },
): Promise<ProfileChangeSet['samples']> {
  const { profileId, workspaceId } = owner;
  const now = new Date();
  const samples = document.samples.map((sample) => ({ ...sample, id: newId() }));
  await tx.insert(
    VoiceSample,
    samples.map(({ id, speechMs }) => ({
      id,
      ...owner,
      recordingId: null,
      speakerId: null,
      origin: VoiceSampleOrigin.IMPORTED,
      intervals: [],
      speechMs,
      createdAt: now,
      removedAt: now,
    })),
  );
  for (const { id, vectors } of samples)
    for (const { model, vector, speechMs } of vectors)
      await tx.query(
        `insert into transcript.voice_vector (sample_id, model, workspace_id, dimensions, embedding, speech_ms, created_at)
         values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing`,
        [id, model, workspaceId, vector.length, toSql(vector), speechMs],
      );
  return samples.map(({ id }) => ({
    sampleId: id,
    before: { profileId, removed: true },
    after: { profileId, removed: false },
  }));
}
