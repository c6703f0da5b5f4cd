import { isDraftVoiceModel } from '@colloquy/speech';
import type { Context } from '@colloquy/subgraph';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { ProfileEvidence } from './profile-evidence.ts';
import { ProfileEnrolment } from './profile-enrolment.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import type { SpeakerProfileCounts, SpeakerProfileFinder } from './speaker-profile.finder.ts';
import {
  ConfusableProfile,
  ProfileHealth,
  ProfilePageArgs,
  SpeakerConnection,
  SpeakerProfileChangeConnection,
  SpeakerProfileConnection,
} from './speaker-profile.types.ts';
import { VoiceSample } from './voice-sample.entity.ts';

@Resolver(() => SpeakerProfile)
export class SpeakerProfileResolver {
  constructor(
    private readonly profiles: SpeakerProfileFinder,
    private readonly evidence: ProfileEvidence,
  ) {}

  @Query(() => SpeakerProfileConnection, {
    description:
      'People known by voice, by name. Errors: VOICE_PROFILES_OFF, PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  speakerProfiles(
    @Args(() => ProfilePageArgs) page: ProfilePageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' }) search: string | null,
    @Ctx() context: Context,
  ): Promise<SpeakerProfileConnection> {
    return this.profiles.list({ ...page, search }, context);
  }

  @Query(() => SpeakerProfile, {
    nullable: true,
    description: 'A person known by voice; null when there is none with this id. Errors: VOICE_PROFILES_OFF.',
  })
  speakerProfile(
    @Arg('id', () => ID, { description: 'The profile.' }) id: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> {
    return this.profiles.byId(id, context);
  }

  @Query(() => SpeakerConnection, {
    description:
      'Speakers who may be somebody known, the newest first: to be confirmed or rejected. Errors: VOICE_PROFILES_OFF, PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  speakersInQuestion(
    @Args(() => ProfilePageArgs) page: ProfilePageArgs,
    @Ctx() context: Context,
  ): Promise<SpeakerConnection> {
    return this.profiles.inQuestion(page, context);
  }

  @Query(() => SpeakerProfileChangeConnection, {
    description:
      'Every change of every profile, the latest first, also of those that are gone; without names where a person was deleted. Errors: VOICE_PROFILES_OFF, PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  speakerProfileHistory(
    @Args(() => ProfilePageArgs) page: ProfilePageArgs,
    @Ctx() context: Context,
  ): Promise<SpeakerProfileChangeConnection> {
    return this.profiles.allChanges(page, context);
  }

  @FieldResolver(() => Int, { description: 'How many samples it rests on.' })
  async sampleCount(@Root() { id }: SpeakerProfile, @Ctx() context: Context): Promise<number> {
    return (await this.countsOf(id, context)).sampleCount;
  }

  @FieldResolver(() => Int, { description: 'How much speech that is, in milliseconds.' })
  async speechMs(@Root() { id }: SpeakerProfile, @Ctx() context: Context): Promise<number> {
    return (await this.countsOf(id, context)).speechMs;
  }

  @FieldResolver(() => Int, { description: 'In how many recordings the person is heard.' })
  async recordingCount(@Root() { id }: SpeakerProfile, @Ctx() context: Context): Promise<number> {
    return (await this.countsOf(id, context)).recordingCount;
  }

  @FieldResolver(() => SpeakerConnection, {
    description: 'Where the person is heard, the newest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  speakers(
    @Root() profile: SpeakerProfile,
    @Args(() => ProfilePageArgs) page: ProfilePageArgs,
  ): Promise<SpeakerConnection> {
    return this.profiles.speakersOf(profile, page);
  }

  @FieldResolver(() => [Recording], {
    description:
      'Recordings in which this person and another are heard beside each other, the newest first, at most 20: they are hardly one person.',
  })
  async recordingsWith(
    @Root() profile: SpeakerProfile,
    @Arg('otherId', () => ID, { description: 'The other profile.' }) otherId: string,
  ): Promise<Recording[]> {
    const ids = await this.profiles.recordingsOfBoth(profile, otherId);
    return ids.map((id) => Recording.of(id));
  }

  @FieldResolver(() => [VoiceSample], { description: 'What it rests on, the newest first, at most 200.' })
  samples(@Root() profile: SpeakerProfile): Promise<VoiceSample[]> {
    return this.evidence.samplesOf(profile);
  }

  @FieldResolver(() => [VoiceSample], {
    description:
      'Speech that does not count because the transcript gives it to somebody else by now, until that is taken back; the newest first, at most 200.',
  })
  outdatedSamples(@Root() profile: SpeakerProfile): Promise<VoiceSample[]> {
    return this.evidence.outdatedSamplesOf(profile);
  }

  @FieldResolver(() => [ProfileEnrolment], {
    description: 'Recordings that wait to become samples, or could not, the newest first, at most 100.',
  })
  enrolments(@Root() profile: SpeakerProfile): Promise<ProfileEnrolment[]> {
    return this.evidence.enrolmentsOf(profile);
  }

  @FieldResolver(() => ProfileHealth, { description: 'How good it is for recognising the person.' })
  health(@Root() profile: SpeakerProfile, @Ctx() context: Context): Promise<ProfileHealth> {
    return this.evidence.health(profile, context);
  }

  @FieldResolver(() => SpeakerProfileChangeConnection, {
    description: 'What was changed, the latest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  history(
    @Root() { id, workspaceId }: SpeakerProfile,
    @Args(() => ProfilePageArgs) page: ProfilePageArgs,
  ): Promise<SpeakerProfileChangeConnection> {
    return this.profiles.changes(id, page, { workspaceId });
  }

  private async countsOf(id: string, context: Context): Promise<SpeakerProfileCounts> {
    const none = { profileId: id, sampleCount: 0, speechMs: 0, recordingCount: 0 };
    return (await this.profiles.counts(id, context)) ?? none;
  }
}

@Resolver(() => ConfusableProfile)
export class ConfusableProfileResolver {
  constructor(private readonly profiles: Pick<SpeakerProfileFinder, 'profile'>) {}

  @FieldResolver(() => SpeakerProfile, { nullable: true, description: 'The profile.' })
  profile(@Root() { profileId }: ConfusableProfile, @Ctx() context: Context): Promise<SpeakerProfile | null> {
    return this.profiles.profile(profileId, context);
  }
}

@Resolver(() => VoiceSample)
export class VoiceSampleResolver {
  constructor(
    private readonly evidence: Pick<ProfileEvidence, 'likeness'>,
    private readonly finder: Pick<TranscriptFinder, 'speaker'>,
  ) {}

  @FieldResolver(() => Recording, { nullable: true, description: 'Where it was heard; null when imported.' })
  recording(@Root() { recordingId }: VoiceSample): Recording | null {
    return recordingId === null ? null : Recording.of(recordingId);
  }

  @FieldResolver(() => Speaker, {
    nullable: true,
    description: 'Who says it there; null when imported or gone.',
  })
  speaker(@Root() { speakerId }: VoiceSample, @Ctx() context: Context): Promise<Speaker | null> | null {
    return speakerId === null ? null : this.finder.speaker(speakerId, context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The model of its newest vector.' })
  async model(@Root() { id }: VoiceSample, @Ctx() context: Context): Promise<string | null> {
    return (await this.evidence.likeness(id, context))?.model ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether that is the small embedder that comes with Colloquy.',
  })
  async draft(@Root() { id }: VoiceSample, @Ctx() context: Context): Promise<boolean> {
    const model = (await this.evidence.likeness(id, context))?.model;
    return model !== undefined && isDraftVoiceModel(model);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it waits to be listened to.' })
  async pending(@Root() { id, problem, outdated }: VoiceSample, @Ctx() context: Context): Promise<boolean> {
    return problem === null && !outdated && (await this.evidence.likeness(id, context)) === null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Cosine to the other samples of the profile, -1 to 1; null when there is no other.',
  })
  async similarity(@Root() { id }: VoiceSample, @Ctx() context: Context): Promise<number | null> {
    return (await this.evidence.likeness(id, context))?.similarity ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is unlike the others: it may be somebody else, or hard to hear.',
  })
  async outlier(@Root() { id }: VoiceSample, @Ctx() context: Context): Promise<boolean> {
    return (await this.evidence.likeness(id, context))?.outlier ?? false;
  }
}
