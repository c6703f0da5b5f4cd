import { calibrationOf, isDraftVoiceModel, likenessToOthers } from '@colloquy/speech';
import { batchLoader, type Context } from '@colloquy/subgraph';
import { fromSql } from 'pgvector';
import { In, IsNull, type DataSource } from 'typeorm';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import type { SpeakerProfile } from './speaker-profile.entity.ts';
import { ProfileHealth, ProfileHealthState, type ConfusableProfile } from './speaker-profile.types.ts';
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
  samplesOf(profile: SpeakerProfile): Promise<VoiceSample[]> {
    return this.samples(profile, { outdated: false });
  }

  /** Those that do not count because somebody else is said to speak there, newest first, at most 200. */
  outdatedSamplesOf(profile: SpeakerProfile): Promise<VoiceSample[]> {
    return this.samples(profile, { outdated: true });
  }

  private samples(
    { id: profileId, workspaceId }: SpeakerProfile,
    { outdated }: Pick<VoiceSample, 'outdated'>,
  ): Promise<VoiceSample[]> {
    return this.dataSource.manager.find(VoiceSample, {
      where: { profileId, workspaceId, removedAt: IsNull(), outdated },
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

  async health({ id }: SpeakerProfile, context: Context): Promise<ProfileHealth> {
    return (await this.healths(id, context))?.health ?? healthOf([], 0, []);
  }

  private readonly healths = batchLoader<{ profileId: string; health: ProfileHealth }>(
    async (ids, workspaceId) => {
      const speech: { profileId: string; ms: number }[] = await this.dataSource.query(
        `select profile_id as "profileId", sum(speech_ms)::float8 as ms from transcript.voice_sample
          where profile_id = any($1::uuid[]) and workspace_id = $2 and removed_at is null and not outdated
          group by profile_id`,
        [ids, workspaceId],
      );
      const speechMs = new Map(speech.map(({ profileId, ms }) => [profileId, ms]));
      const confusable = Map.groupBy(await this.confusable(ids, workspaceId), ({ of }) => of);
      const healths: { profileId: string; health: ProfileHealth }[] = [];
      // One after the other: vectors of many people at once would hold up everybody else.
      for (const profileId of ids) {
        const likenesses = (await this.likenesses([profileId], workspaceId)).get(profileId) ?? [];
        const others = confusable.get(profileId) ?? [];
        healths.push({ profileId, health: healthOf(likenesses, speechMs.get(profileId) ?? 0, others) });
      }
      return healths;
    },
    ({ profileId }) => profileId,
  );

  private async confusable(
    profileIds: readonly string[],
    workspaceId: string,
  ): Promise<(ConfusableProfile & { of: string })[]> {
    const rows: (Omit<ConfusableProfile, 'draft'> & { of: string; model: string })[] =
      await this.dataSource.query(
        `select person.id as of, alike.* from unnest($1::uuid[]) as person(id) cross join lateral (
         select other.profile_id as "profileId", other.model, 1 - (other.embedding <=> mine.embedding) as similarity
           from transcript.profile_centroid mine
           join transcript.profile_centroid other
             on other.model = mine.model and other.dimensions = mine.dimensions and other.workspace_id = $2
            and other.profile_id <> mine.profile_id
          where mine.profile_id = person.id and mine.workspace_id = $2
          order by similarity desc limit ${MAX_CONFUSABLE}) alike
        order by alike.similarity desc`,
        [profileIds, workspaceId],
      );
    return rows
      .filter(({ model, similarity }) => similarity >= calibrationOf(model).middle)
      .map((row) => ({ ...row, draft: isDraftVoiceModel(row.model) }));
  }

  /** Of each profile the samples with a vector of its latest model, newest first, at most 200. */
  private async likenesses(
    profileIds: readonly string[],
    workspaceId: string,
  ): Promise<Map<string, SampleLikeness[]>> {
    const rows: (Omit<Vector, 'vector'> & { vector: string })[] = await this.dataSource.query(
      `select "profileId", "sampleId", model, embedding::text as vector, "speechMs" from (
       select sample.profile_id as "profileId", sample.id as "sampleId", v.model, v.embedding,
              v.speech_ms as "speechMs",
              row_number() over (partition by sample.profile_id order by sample.id desc) as place
         from transcript.voice_sample sample
         join transcript.voice_vector v on v.sample_id = sample.id
         join lateral (select model, dimensions from transcript.voice_vector latest
             join transcript.voice_sample s on s.id = latest.sample_id
            where s.profile_id = sample.profile_id and s.removed_at is null and not s.outdated
            order by latest.created_at desc, model limit 1) latest
           on latest.model = v.model and latest.dimensions = v.dimensions
        where sample.profile_id = any($1::uuid[]) and sample.workspace_id = $2 and sample.removed_at is null
          and not sample.outdated) ranked
        where place <= ${MAX_SAMPLES} order by "sampleId" desc`,
      [profileIds, workspaceId],
    );
    const vectors = rows.map((row) => ({ ...row, vector: fromSql(row.vector) as number[] }));
    const byProfile = Map.groupBy(vectors, ({ profileId }) => profileId);
    return new Map(Array.from(byProfile, ([profileId, all]) => [profileId, likenessesOf(all)]));
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

function healthOf(
  likenesses: readonly SampleLikeness[],
  speechMs: number,
  confusable: ConfusableProfile[],
): ProfileHealth {
  const known = likenesses.flatMap(({ similarity }) => (similarity === null ? [] : [similarity]));
  const outlierCount = likenesses.filter(({ outlier }) => outlier).length;
  const spread = known.length === 0 ? null : 1 - known.reduce((sum, value) => sum + value, 0) / known.length;
  return Object.assign(new ProfileHealth(), {
    spread,
    outlierCount,
    confusable,
    state: stateOf({ samples: likenesses.length, speechMs, outlierCount, confusable: confusable.length }),
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
