import {
  batchLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  isId,
  toConnection,
  type Connection,
  type Context,
} from '@colloquy/subgraph';
import { In, type DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { undoneAmong, type Undoing } from '../correction/undone-among.ts';
import { foldText } from '../search/fold-text.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { IdentificationOutcome, SpeakerIdentification } from './speaker-identification.entity.ts';
import { SpeakerProfileChange } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { voiceProfilesOff } from './speaker-profile.errors.ts';
import { VoiceSample } from './voice-sample.entity.ts';

const MAX_PAGE = 100;
const MOST_SHARED = 20;
/** Of a workspace that keeps voices. */
const ENABLED =
  'exists (select 1 from transcript.voice_profile_settings where workspace_id = :workspaceId and enabled)';
const VISIBLE =
  'select recording_id from transcript.recording_ref where workspace_id = :workspaceId and not hidden';

export interface PageArgs {
  first: number;
  after?: string | null | undefined;
}

export interface SpeakerProfileCounts {
  profileId: string;
  sampleCount: number;
  speechMs: number;
  recordingCount: number;
}

/** Reads of profiles. While voice profiles are off there are none: look-ups find nothing, lists are refused. */
export class SpeakerProfileFinder {
  constructor(private readonly dataSource: DataSource) {}

  readonly profile = batchLoader<SpeakerProfile>(
    (ids, workspaceId) => this.enabled(SpeakerProfile, 'id', ids, workspaceId),
    ({ id }) => id,
  );

  readonly identification = batchLoader<SpeakerIdentification>(
    (ids, workspaceId) => this.enabled(SpeakerIdentification, 'speakerId', ids, workspaceId),
    ({ speakerId }) => speakerId,
  );

  /** Also one that was taken away, as long as it is kept. */
  readonly sample = batchLoader<VoiceSample>(
    (ids, workspaceId) => this.enabled(VoiceSample, 'id', ids, workspaceId),
    ({ id }) => id,
  );

  readonly counts = batchLoader<SpeakerProfileCounts>(
    (ids, workspaceId) =>
      this.dataSource.query(
        `select profile.id as "profileId", coalesce(sample.count, 0)::int as "sampleCount",
                coalesce(sample.speech, 0)::int as "speechMs", coalesce(heard.count, 0)::int as "recordingCount"
           from transcript.speaker_profile profile
           left join lateral (select count(*), sum(speech_ms) as speech from transcript.voice_sample
              where profile_id = profile.id and removed_at is null and not outdated and problem is null) sample on true
           left join lateral (select count(distinct speaker.recording_id) from transcript.speaker
              join transcript.transcript on transcript.id = transcript_id
              join transcript.recording_ref ref on ref.recording_id = speaker.recording_id and not ref.hidden
              where profile_id = profile.id and not absent and is_current) heard on true
          where profile.id = any($1::uuid[]) and profile.workspace_id = $2`,
        [ids, workspaceId],
      ),
    ({ profileId }) => profileId,
  );

  /** By name. @throws ExpectedError `VOICE_PROFILES_OFF`, `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  async list(
    { search, ...page }: PageArgs & { search?: string | null | undefined },
    { workspaceId }: Context,
  ): Promise<Connection<SpeakerProfile>> {
    await this.checkEnabled(workspaceId);
    const first = checkPageSize(page.first, MAX_PAGE);
    const query = this.dataSource.manager
      .createQueryBuilder(SpeakerProfile, 'profile')
      .where({ workspaceId });
    const wanted = foldText((search ?? '').trim());
    if (wanted !== '') query.andWhere('position(:wanted in profile.searchName) > 0', { wanted });
    const totalCount = await query.getCount();
    if (page.after) {
      const [name, id] = decodeCursor(page.after, 2);
      if (typeof name !== 'string' || typeof id !== 'string' || !isId(id)) throw cursorInvalid();
      query.andWhere('(profile.searchName, profile.id) > (:name, :id::uuid)', { name, id });
    }
    const rows = await query
      .orderBy('profile.searchName')
      .addOrderBy('profile.id')
      .limit(first + 1)
      .getMany();
    const cursorOf = ({ searchName, id }: SpeakerProfile) => encodeCursor([searchName, id]);
    return toConnection(rows, first, totalCount, cursorOf, Boolean(page.after));
  }

  /** @throws ExpectedError `VOICE_PROFILES_OFF` */
  async byId(id: string, context: Context): Promise<SpeakerProfile | null> {
    await this.checkEnabled(context.workspaceId);
    return this.profile(id, context);
  }

  /** Where a person was heard, newest first. @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  speakersOf({ id, workspaceId }: SpeakerProfile, page: PageArgs): Promise<Connection<Speaker>> {
    return newestFirst(this.currentSpeakers(workspaceId).andWhere({ profileId: id }), page);
  }

  /** Recordings in which two people are heard beside each other, newest first. @returns their ids, at most `MOST_SHARED` */
  async recordingsOfBoth({ id, workspaceId }: SpeakerProfile, otherId: string): Promise<string[]> {
    if (!isId(otherId) || otherId === id) return [];
    const rows = await this.currentSpeakers(workspaceId)
      .select('found.recordingId', 'recordingId')
      .andWhere('found.profileId in (:...both)', { both: [id, otherId] })
      .groupBy('found.recordingId')
      .having('count(distinct found.profileId) = 2')
      .orderBy('max(found.id::text)', 'DESC')
      .limit(MOST_SHARED)
      .getRawMany<{ recordingId: string }>();
    return rows.map(({ recordingId }) => recordingId);
  }

  /**
   * Speakers who may be somebody known, newest first.
   * @throws ExpectedError `VOICE_PROFILES_OFF`, `PAGE_SIZE_INVALID`, `CURSOR_INVALID`
   */
  async inQuestion(page: PageArgs, { workspaceId }: Context): Promise<Connection<Speaker>> {
    await this.checkEnabled(workspaceId);
    const query = this.currentSpeakers(workspaceId)
      .innerJoin(SpeakerIdentification, 'identification', 'identification.speakerId = found.id')
      .andWhere('identification.outcome = :maybe', { maybe: IdentificationOutcome.MAYBE });
    return newestFirst(query, page);
  }

  /** What was changed of any profile, newest first. @throws ExpectedError as `list` does */
  async allChanges(
    page: PageArgs,
    { workspaceId }: Pick<Context, 'workspaceId'>,
  ): Promise<Connection<SpeakerProfileChange>> {
    await this.checkEnabled(workspaceId);
    return this.changesWhere({ workspaceId }, page);
  }

  /** What was changed of a profile, newest first. @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  changes(
    profileId: string,
    page: PageArgs,
    { workspaceId }: Pick<Context, 'workspaceId'>,
  ): Promise<Connection<SpeakerProfileChange>> {
    return this.changesWhere({ workspaceId, profileId }, page);
  }

  private changesWhere(
    where: { workspaceId: string; profileId?: string },
    page: PageArgs,
  ): Promise<Connection<SpeakerProfileChange>> {
    const query = this.dataSource.manager.createQueryBuilder(SpeakerProfileChange, 'found').where(where);
    return newestFirst(query, page);
  }

  /** Changes that are taken back: by an undoing that is not undone itself. */
  readonly undone = batchLoader<{ id: string }>(
    async (ids, workspaceId) => {
      const undoings: Undoing[] = await this.dataSource.query(
        `with recursive undoing as (
           select id, reverts from transcript.profile_change where reverts = any($1::uuid[]) and workspace_id = $2
           union all
           select c.id, c.reverts from transcript.profile_change c join undoing on c.reverts = undoing.id)
         select id, reverts from undoing`,
        [ids, workspaceId],
      );
      return undoneAmong(ids, undoings);
    },
    ({ id }) => id,
  );

  /** What took a change back last. */
  undoing(
    changeId: string,
    { workspaceId }: Pick<Context, 'workspaceId'>,
  ): Promise<SpeakerProfileChange | null> {
    return this.dataSource.manager.findOne(SpeakerProfileChange, {
      where: { reverts: changeId, workspaceId },
      order: { id: 'DESC' },
    });
  }

  /** Of the current transcripts of recordings that are there. */
  private currentSpeakers(workspaceId: string): SelectQueryBuilder<Speaker> {
    return this.dataSource.manager
      .createQueryBuilder(Speaker, 'found')
      .innerJoin(Transcript, 'transcript', 'transcript.id = found.transcriptId and transcript.isCurrent')
      .where({ workspaceId, absent: false })
      .andWhere(`found.recordingId in (${VISIBLE})`, { workspaceId });
  }

  private async checkEnabled(workspaceId: string): Promise<void> {
    const enabled: unknown[] = await this.dataSource.query(
      'select 1 from transcript.voice_profile_settings where workspace_id = $1 and enabled',
      [workspaceId],
    );
    if (enabled.length === 0) throw voiceProfilesOff();
  }

  private async enabled<T extends SpeakerProfile | SpeakerIdentification | VoiceSample>(
    entity: new () => T,
    key: string,
    ids: readonly string[],
    workspaceId: string,
  ): Promise<T[]> {
    return this.dataSource.manager
      .createQueryBuilder(entity, 'found')
      .where({ [key]: In(ids.filter(isId)), workspaceId })
      .andWhere(ENABLED, { workspaceId })
      .getMany();
  }
}

/** Ids grow with time. */
async function newestFirst<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  page: PageArgs,
): Promise<Connection<T>> {
  const first = checkPageSize(page.first, MAX_PAGE);
  const totalCount = await query.getCount();
  if (page.after) {
    const [before] = decodeCursor(page.after, 1);
    if (typeof before !== 'string' || !isId(before)) throw cursorInvalid();
    query.andWhere('found.id < :before::uuid', { before });
  }
  const rows = await query
    .orderBy('found.id', 'DESC')
    .limit(first + 1)
    .getMany();
  return toConnection(rows, first, totalCount, ({ id }) => encodeCursor([id]), Boolean(page.after));
}
