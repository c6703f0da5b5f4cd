import { sourceStream, type Bus, type Context } from '@colloquy/subgraph';
import type { Speaker } from '../speaker/speaker.entity.ts';
import { identificationTopic } from '../transcript/transcript-events.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';

/** Who the speakers of recordings are found to be, for subscriptions. */
export class IdentificationFeed {
  constructor(
    private readonly finder: Pick<TranscriptFinder, 'byRecording' | 'speakersOf'>,
    private readonly profiles: Pick<SpeakerProfileFinder, 'identification'>,
    private readonly bus: Bus,
  ) {}

  /** How it is, where there is a transcript, and then each change of it. */
  ofRecording(recordingId: string, context: Context): AsyncIterableIterator<Speaker[]> {
    const topic = identificationTopic(context.workspaceId, recordingId);
    return sourceStream<unknown, Speaker[]>(this.bus, topic, async ({ hear, tell }) => {
      let told = '';
      for (;;) {
        const transcript = await this.finder.byRecording(recordingId, context);
        const speakers = transcript ? await this.finder.speakersOf(transcript.id, context) : [];
        const state = JSON.stringify(await this.found(speakers, context));
        if (speakers.length > 0 && state !== told) await tell(speakers);
        told = state;
        await hear();
      }
    });
  }

  private found(speakers: readonly Speaker[], context: Context): Promise<unknown[]> {
    return Promise.all(
      speakers.map(async ({ id, profileId }) => {
        const {
          outcome,
          profileId: found,
          confidence,
        } = (await this.profiles.identification(id, context)) ?? {};
        return { id, profileId, outcome, found, confidence };
      }),
    );
  }
}
