import { calibrationOf, likenessToOthers } from '@colloquy/speech';
import { batchLoader, type Context } from '@colloquy/subgraph';
import { fromSql } from 'pgvector';
import { In, IsNull, type DataSource } from 'typeorm';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import type { SpeakerProfile } from './speaker-profile.entity.ts';
import { ProfileHealth, ProfileHealthState } from './speaker-profile.types.ts';
import { VoiceSample } from './voice-sample.entity.ts';

/** What a sample's vector of the latest model says of it. */
export interface SampleLikeness {
  sampleId: string;
  model: string;
  similarity: number | null;
  outlier: boolean;
}

interface Vector {
  profileId: string;
  sampleId: string;
  model: string;
  vector: number[];
  speechMs: number;
}

const MAX_SAMPLES = 200;
const MAX_ENROLMENTS = 100;
/** From so many samples on a profile is no longer thin. */
const ENOUGH_SAMPLES = 3;
const ENOUGH_SPEECH_MS = 30_000;
const MAX_CONFUSABLE = 5;

/** What profiles rest on and how good that is. */
export class ProfileEvidence {
  constructor(private readonly dataSource: DataSource) {}

  /** The samples that count, newest first, at most 200. */
  samplesOf({ id: profileId, workspaceId }: SpeakerProfile): Promise<VoiceSample[]> {
    return this.dataSource.manager.find(VoiceSample, {
      where: { profileId, workspaceId, removedAt: IsNull(), outdated: false },
      order: { id: 'DESC' },
      take: MAX_SAMPLES,
    });
  }

  enrolmentsOf({ id: profileId, workspaceId }: SpeakerProfile): Promise<ProfileEnrolment[]> {
    return this.dataSource.manager.find(ProfileEnrolment, {
      where: { profileId, workspaceId },
      order: { createdAt: 'DESC' },
      take: MAX_ENROLMENTS,
    });
  }

  readonly likeness = batchLoader<SampleLikeness>(
    async (ids, workspaceId) => {
      const samples = await this.dataSource.manager.findBy(VoiceSample, { id: In(ids), workspaceId });
      const profileIds = [...new Set(samples.map(({ profileId }) => profileId))];
      const likenesses = await this.likenesses(profileIds, workspaceId);
      return [...likenesses.values()].flat();
    },
    ({ sampleId }) => sampleId,
  );

  async health({ id, workspaceId }: SpeakerProfile, context: Context): Promise<ProfileHealth> {
    const likenesses = (await this.likenesses([id], workspaceId)).get(id) ?? [];
    const known = likenesses.flatMap(({ similarity }) => (similarity === null ? [] : [similarity]));
    const confusable = await this.confusable(id, context);
    const outlierCount = likenesses.filter(({ outlier }) => outlier).length;
    const speechMs = (await this.samplesOf({ id, workspaceId } as SpeakerProfile)).reduce(
      (sum, sample) => sum + sample.speechMs,
      0,
    );
    const spread =
      known.length === 0 ? null : 1 - known.reduce((sum, value) => sum + value, 0) / known.length;
    return Object.assign(new ProfileHealth(), {
      spread,
      outlierCount,
      confusable,
      state: stateOf({ samples: likenesses.length, speechMs, outlierCount, confusable: confusable.length }),
    });
  }

  private async confusable(profileId: string, { workspaceId }: Context) {
    const rows: { profileId: string; model: string; similarity: number }[] = await this.dataSource.query(
      `select other.profile_id as "profileId", other.model, 1 - (other.embedding <=> mine.embedding) as similarity
         from transcript.profile_centroid mine
         join transcript.profile_centroid other
           on other.model = mine.model and other.dimensions = mine.dimensions and other.workspace_id = $2 and other.profile_id <> mine.profile_id
        where mine.profile_id = $1 and mine.workspace_id = $2
        order by similarity desc limit ${MAX_CONFUSABLE}`,
      [profileId, workspaceId],
    );
    return rows.filter(({ model, similarity }) => similarity >= calibrationOf(model).middle);
  }

  /** Of each profile the samples with a vector of its latest model. */
  private async likenesses(
    profileIds: readonly string[],
    workspaceId: string,
  ): Promise<Map<string, SampleLikeness[]>> {
    const rows: (Omit<Vector, 'vector'> & { vector: string })[] = await this.dataSource.query(
      `select sample.profile_id as "profileId", sample.id as "sampleId", v.model, v.embedding::text as vector,
              v.speech_ms as "speechMs"
         from transcript.voice_sample sample
         join transcript.voice_vector v on v.sample_id = sample.id
         join lateral (select model, dimensions from transcript.voice_vector latest
             join transcript.voice_sample s on s.id = latest.sample_id
            where s.profile_id = sample.profile_id and s.removed_at is null and not s.outdated
            order by latest.created_at desc, model limit 1) latest
           on latest.model = v.model and latest.dimensions = v.dimensions
        where sample.profile_id = any($1::uuid[]) and sample.workspace_id = $2 and sample.removed_at is null
          and not sample.outdated
        order by sample.id desc`,
      [profileIds, workspaceId],
    );
    const vectors = rows.map((row) => ({ ...row, vector: fromSql(row.vector) as number[] }));
    const byProfile = Map.groupBy(vectors, ({ profileId }) => profileId);
    return new Map(
      Array.from(byProfile, ([profileId, all]) => [profileId, likenessesOf(all.slice(0, MAX_SAMPLES))]),
    );
  }
}

function likenessesOf(vectors: readonly Vector[]): SampleLikeness[] {
  const likeness = likenessToOthers(vectors);
  return vectors.map(({ sampleId, model }, index) => {
    const toOthers = likeness[index] ?? null;
    return {
      sampleId,
      model,
      similarity: toOthers,
      outlier: toOthers !== null && toOthers < calibrationOf(model).middle,
    };
  });
}

function stateOf(facts: {
  samples: number;
  speechMs: number;
  outlierCount: number;
  confusable: number;
}): ProfileHealthState {
  if (facts.samples === 0) return ProfileHealthState.EMPTY;
  if (facts.outlierCount > 0) return ProfileHealthState.MIXED;
  if (facts.confusable > 0) return ProfileHealthState.CONFUSABLE;
  const thin = facts.samples < ENOUGH_SAMPLES || facts.speechMs < ENOUGH_SPEECH_MS;
  return thin ? ProfileHealthState.THIN : ProfileHealthState.GOOD;
}
