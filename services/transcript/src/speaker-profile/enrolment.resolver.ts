import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import type { EnrolmentService } from './enrolment.service.ts';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import type { ReembeddingService } from './reembedding.service.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { speakerProfileNotFound } from './speaker-profile.errors.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';
import { SpeakerProfileResult, VoiceReembeddingResult } from './speaker-profile.types.ts';
import { VoiceReembedding } from './voice-reembedding.entity.ts';

@Resolver(() => ProfileEnrolment)
export class EnrolmentResolver {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly reembedding: ReembeddingService,
    private readonly profiles: Pick<SpeakerProfileFinder, 'profile'>,
  ) {}

  @FieldResolver(() => Recording, { nullable: true, description: 'The recording.' })
  recording(@Root() { recordingId }: ProfileEnrolment): Recording {
    return Recording.of(recordingId);
  }

  @Query(() => VoiceReembedding, { description: 'How far listening to all voices anew has come.' })
  voiceReembedding(@Ctx() { workspaceId }: Context): Promise<VoiceReembedding> {
    return this.reembedding.of(workspaceId);
  }

  @Mutation(() => VoiceReembeddingResult, {
    description:
      'Listens to all voices anew, after another embedder was chosen; goes on with what is missing. Problems: VOICE_PROFILES_OFF.',
  })
  reembedVoices(@Ctx() context: Context): Promise<VoiceReembedding | Problem> {
    return orProblem(() => this.reembedding.start(context));
  }

  @Mutation(() => VoiceReembeddingResult, {
    description: 'Stops listening to voices anew after the recording it is at; what is done stays.',
  })
  cancelVoiceReembedding(@Ctx() context: Context): Promise<VoiceReembedding | Problem> {
    return orProblem(() => this.reembedding.cancel(context));
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Adds segments of one recording to what a profile rests on, whoever they are given to; nothing changes where it rests on just these already. Problems: ENROLMENT_SEGMENTS_INVALID.',
  })
  enrolSegments(
    @Arg('profileId', () => ID, { description: 'The profile.' }) profileId: string,
    @Arg('segmentIds', () => [ID], { description: 'The segments, 1 to 200.' }) segmentIds: string[],
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(profileId, context, () =>
      this.enrolment.enrolSegments(profileId, segmentIds, context),
    );
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Says that whoever speaks alone in a recording is this person, also before it has been processed. Problems: ENROLMENT_SEVERAL_SPEAKERS, ENROLMENT_RECORDING_NOT_FOUND.',
  })
  enrolRecording(
    @Arg('profileId', () => ID, { description: 'The profile.' }) profileId: string,
    @Arg('recordingId', () => ID, { description: 'The recording.' }) recordingId: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(profileId, context, () =>
      this.enrolment.enrolRecording(profileId, recordingId, context),
    );
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Takes back that a recording is to become a sample, while it waits or when it could not be. Problems: ENROLMENT_NOT_FOUND.',
  })
  cancelEnrolment(
    @Arg('profileId', () => ID, { description: 'The profile.' }) profileId: string,
    @Arg('recordingId', () => ID, { description: 'The recording.' }) recordingId: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(profileId, context, () => this.enrolment.cancel(profileId, recordingId, context));
  }

  private changed(
    id: string,
    context: Context,
    change: () => Promise<void>,
  ): Promise<SpeakerProfile | Problem> {
    return orProblem(async () => {
      await change();
      const profile = await this.profiles.profile(id, context);
      if (!profile) throw speakerProfileNotFound(id);
      return profile;
    });
  }
}
