import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import type { ProfileUndoService } from './profile-undo.service.ts';
import { SpeakerProfileChange } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';
import { UndoneSpeakerProfileChange, UndoSpeakerProfileChangeResult } from './speaker-profile.types.ts';

@Resolver(() => UndoneSpeakerProfileChange)
export class ProfileUndoResolver {
  constructor(
    private readonly undoing: Pick<ProfileUndoService, 'undo'>,
    private readonly profiles: Pick<SpeakerProfileFinder, 'profile' | 'undoing'>,
  ) {}

  @Mutation(() => UndoSpeakerProfileChangeResult, {
    description:
      'Takes a change of a profile back, unless what it touched has been changed again; where a recording was processed again, for whoever speaks there instead. Problems: SPEAKER_PROFILE_CHANGE_OVERLAID.',
  })
  undoSpeakerProfileChange(
    @Arg('changeId', () => ID, { description: 'The change.' }) changeId: string,
    @Ctx() context: Context,
  ): Promise<UndoneSpeakerProfileChange | Problem> {
    return orProblem(async () => {
      const { profileId, lostIn } = await this.undoing.undo(changeId, context);
      return Object.assign(new UndoneSpeakerProfileChange(), { id: changeId, profileId, lostIn });
    });
  }

  @FieldResolver(() => SpeakerProfile, { nullable: true, description: 'Its profile as it is now, if any.' })
  profile(
    @Root() { profileId }: UndoneSpeakerProfileChange,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> | null {
    return profileId ? this.profiles.profile(profileId, context) : null;
  }

  @FieldResolver(() => SpeakerProfileChange, {
    nullable: true,
    description: 'The change that took it back: undoing that brings it again. Null where that is final.',
  })
  async by(
    @Root() { id, profileId }: UndoneSpeakerProfileChange,
    @Ctx() context: Context,
  ): Promise<SpeakerProfileChange | null> {
    const profile = profileId && (await this.profiles.profile(profileId, context));
    return profile ? this.profiles.undoing(id, context) : null;
  }

  @FieldResolver(() => [Recording], {
    description:
      'Recordings that were processed again since, in which nobody could be told to be who it was about: who speaks there stays as it is.',
  })
  lostIn(@Root() { lostIn }: UndoneSpeakerProfileChange): Recording[] {
    return lostIn.map(Recording.of);
  }
}
