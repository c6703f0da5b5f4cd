import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { VoiceAlternative, VoiceMatch } from './voice-match.entity.ts';

@Resolver(() => Speaker)
export class SpeakerVoiceResolver {
  constructor(private readonly finder: Pick<TranscriptFinder, 'voiceMatchesOf'>) {}

  @FieldResolver(() => [VoiceMatch], {
    description:
      'Why they have their label, for each piece of the recording that was worked on by itself, in order of time. Empty where voices were not compared.',
  })
  voiceMatches(@Root() { id }: Speaker, @Ctx() context: Context): Promise<VoiceMatch[]> {
    return this.finder.voiceMatchesOf(id, context);
  }
}

@Resolver(() => VoiceAlternative)
export class VoiceAlternativeResolver {
  constructor(private readonly finder: Pick<TranscriptFinder, 'speaker'>) {}

  @FieldResolver(() => Speaker, { nullable: true, description: 'Whose voice that is.' })
  speaker(@Root() { speakerId }: VoiceAlternative, @Ctx() context: Context): Promise<Speaker | null> {
    return this.finder.speaker(speakerId, context);
  }
}
