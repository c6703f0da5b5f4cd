import type { Context } from '@colloquy/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import type { VoiceFeed } from './voice.feed.ts';
import { VoiceReembedding } from './voice-reembedding.entity.ts';

/** Made by a function, because type-graphql's `subscribe` belongs to the class and sees no instance. */
export function voiceFeedResolver(feed: () => VoiceFeed): Function {
  @Resolver()
  class VoiceFeedResolver {
    @Subscription(() => VoiceReembedding, {
      description: 'How far listening to all voices anew has come: how it is, and then each step.',
      subscribe: ({ context }) => feed().ofReembedding(context as Context),
    })
    voiceReembeddingChanged(@Root() now: VoiceReembedding): VoiceReembedding {
      return now;
    }

    @Subscription(() => SpeakerProfile, {
      description:
        'A profile as it is, and then each time it, what its voice rests on, or where it is heard has changed; nothing while voice profiles are off.',
      subscribe: ({ args, context }) => feed().ofProfile(String(args?.['id']), context as Context),
    })
    speakerProfileChanged(
      @Root() profile: SpeakerProfile,
      @Arg('id', () => ID, { description: 'The profile.' }) _id: string,
    ): SpeakerProfile {
      return profile;
    }
  }
  return VoiceFeedResolver;
}
