import { isId, sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { voicesTopic } from '../transcript/transcript-events.ts';
import type { ReembeddingService } from './reembedding.service.ts';
import type { SpeakerProfile } from './speaker-profile.entity.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';
import type { VoiceReembedding } from './voice-reembedding.entity.ts';

/** What becomes of the voices that a workspace keeps, for subscriptions. */
export class VoiceFeed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reembedding: Pick<ReembeddingService, 'of'>,
    private readonly profiles: Pick<SpeakerProfileFinder, 'profile'>,
    private readonly bus: Bus,
  ) {}

  /** How far it is, and then each step. */
  ofReembedding({ workspaceId }: Context): AsyncIterableIterator<VoiceReembedding> {
    return this.changes(workspaceId, async () => {
      const now = await this.reembedding.of(workspaceId);
      return { now, state: JSON.stringify(now) };
    });
  }

  /** A profile while it is there: as it is, and then each change of it or of what it rests on. */
  ofProfile(id: string, context: Context): AsyncIterableIterator<SpeakerProfile> {
    return this.changes(context.workspaceId, async () => ({
      now: isId(id) ? await this.profiles.profile(id, context) : null,
      state: await this.restsOn(id, context),
    }));
  }

  private changes<T extends object>(
    workspaceId: string,
    look: () => Promise<{ now: T | null; state: string }>,
  ): AsyncIterableIterator<T> {
    return sourceStream<unknown, T>(this.bus, voicesTopic(workspaceId), async ({ hear, tell }) => {
      let told = '';
      for (;;) {
        const { now, state } = await look();
        if (now && state !== told) await tell(now);
        told = state;
        await hear();
      }
    });
  }

  private async restsOn(id: string, { workspaceId }: Context): Promise<string> {
    if (!isId(id)) return '';
    const rows: unknown[] = await this.dataSource.query(
      `select profile.name, profile.updated_at,
              array(select jsonb_build_array(recording_id, problem, created_at) from transcript.profile_enrolment
                     where profile_id = profile.id order by recording_id) as enrolments,
              array(select jsonb_build_array(sample.id, removed_at, outdated, problem,
                             array(select model from transcript.voice_vector
                                    where sample_id = sample.id order by model))
                      from transcript.voice_sample sample where profile_id = profile.id order by sample.id) as samples,
              array(select speaker.id from transcript.speaker where profile_id = profile.id order by id) as speakers
         from transcript.speaker_profile profile where id = $1 and workspace_id = $2`,
      [id, workspaceId],
    );
    return JSON.stringify(rows);
  }
}
