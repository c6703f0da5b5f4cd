import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Correction } from '../correction/correction.entity.ts';
import type { CorrectionHistory } from '../correction/correction.history.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakerNotFound } from '../speaker/speaker.errors.ts';
import { ofLatestTranscripts } from '../speaker/speaker-successor.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import type { EnrolmentService } from './enrolment.service.ts';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { speakerProfileNotFound } from './speaker-profile.errors.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';
import type { SpeakerProfileService } from './speaker-profile.service.ts';
import {
  CreateSpeakerProfileInput,
  DeletedSpeakerProfile,
  DeleteSpeakerProfileResult,
  IdentifySpeakerResult,
  RenameSpeakerProfileArgs,
  SetVoiceProfilesInput,
  SpeakerProfileResult,
  VoiceProfileSettingsResult,
} from './speaker-profile.types.ts';
import { VoiceProfileSettings } from './voice-profile-settings.entity.ts';
import type { VoiceProfileSettingsService } from './voice-profile-settings.service.ts';
import { VoiceSample } from './voice-sample.entity.ts';

const MAX_SHOWN = 20;

@Resolver(() => SpeakerProfileChange)
export class SpeakerProfileChangeResolver {
  constructor(
    private readonly service: SpeakerProfileService,
    private readonly settings: VoiceProfileSettingsService,
    private readonly profiles: SpeakerProfileFinder,
    private readonly finder: Pick<TranscriptFinder, 'speaker'>,
    private readonly enrolment: Pick<EnrolmentService, 'createOf'>,
    private readonly corrections: Pick<CorrectionHistory, 'find'>,
  ) {}

  @Query(() => VoiceProfileSettings, { description: 'Whether this workspace keeps voices, and why it may.' })
  voiceProfileSettings(@Ctx() { workspaceId }: Context): Promise<VoiceProfileSettings> {
    return this.settings.of(workspaceId);
  }

  @FieldResolver(() => SpeakerProfile, { nullable: true, description: 'The profile; null when it is gone.' })
  profile(
    @Root() { profileId }: SpeakerProfileChange,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> | null {
    return profileId ? this.profiles.profile(profileId, context) : null;
  }

  @FieldResolver(() => SpeakerProfile, {
    nullable: true,
    description:
      'The other profile of a split: the one that was made of some of it, or the one it was split off from; null when it is gone.',
  })
  other(
    @Root() { kind, changes }: SpeakerProfileChange,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> | null {
    const made = kind === SpeakerProfileChangeKind.SPLIT ? changes.profiles[0]?.profileId : undefined;
    const id = changes.splitOffFrom ?? made;
    return id ? this.profiles.profile(id, context) : null;
  }

  @FieldResolver(() => [Speaker], {
    description: 'The first 20 speakers that it was about; of each recording those of its latest transcript.',
  })
  speakers(@Root() { changes }: SpeakerProfileChange, @Ctx() context: Context): Promise<Speaker[]> {
    return this.speakersOf(changes.speakers, context);
  }

  @FieldResolver(() => [Speaker], {
    description:
      'The first 20 speakers who were somebody else, or nobody known, before and are this person since.',
  })
  gained(@Root() { profileId, changes }: SpeakerProfileChange, @Ctx() context: Context): Promise<Speaker[]> {
    return this.speakersOf(
      changes.speakers.filter(
        ({ before, after }) => before.profileId !== profileId && after.profileId === profileId,
      ),
      context,
    );
  }

  @FieldResolver(() => [Speaker], {
    description: 'The first 20 speakers who were this person before and no longer are.',
  })
  lost(@Root() { profileId, changes }: SpeakerProfileChange, @Ctx() context: Context): Promise<Speaker[]> {
    return this.speakersOf(
      changes.speakers.filter(
        ({ before, after }) => before.profileId === profileId && after.profileId !== profileId,
      ),
      context,
    );
  }

  @FieldResolver(() => [VoiceSample], {
    description:
      'The first 20 samples that it was about: speech that was added or taken away. Not those that were deleted since.',
  })
  async samples(@Root() { changes }: SpeakerProfileChange, @Ctx() context: Context): Promise<VoiceSample[]> {
    const ids = changes.samples.slice(0, MAX_SHOWN).map(({ sampleId }) => sampleId);
    const found = await Promise.all(ids.map((id) => this.profiles.sample(id, context)));
    return found.filter((sample) => sample !== null);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has been taken back.' })
  async undone(@Root() { id }: SpeakerProfileChange, @Ctx() context: Context): Promise<boolean> {
    return (await this.profiles.undone(id, context)) !== null;
  }

  @FieldResolver(() => Correction, {
    nullable: true,
    description:
      'The correction that said the same in a transcript; undoing either takes back both. Null where other transcripts only follow.',
  })
  correction(
    @Root() { correctionId }: SpeakerProfileChange,
    @Ctx() context: Context,
  ): Promise<Correction | null> | null {
    return correctionId ? this.corrections.find(correctionId, context) : null;
  }

  @Mutation(() => VoiceProfileSettingsResult, {
    description:
      'Turns the keeping and recognising of voices on, with the reason written down, or off. Problems: VOICE_PROFILES_REASON_MISSING.',
  })
  setVoiceProfiles(
    @Arg('input', () => SetVoiceProfilesInput, { description: 'On or off, and why.' })
    input: SetVoiceProfilesInput,
    @Ctx() context: Context,
  ): Promise<VoiceProfileSettings | Problem> {
    return orProblem(() => this.settings.set(input, context));
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Makes a person known by voice, resting on a speaker or on segments where they are named. Problems: VOICE_PROFILES_OFF, SPEAKER_NOT_FOUND, SPEAKER_EDIT_CONFLICT, SPEAKER_PROFILE_NAME_MISSING.',
  })
  createSpeakerProfile(
    @Arg('input', () => CreateSpeakerProfileInput, { description: 'The person.' })
    { name, speakerId, expectedVersion, segmentIds }: CreateSpeakerProfileInput,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return orProblem(async () => {
      const id =
        segmentIds && !speakerId
          ? await this.enrolment.createOf(name, segmentIds, context)
          : await this.service.create(name, speakerId ? { speakerId, expectedVersion } : null, context);
      return this.found(id, context);
    });
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Gives a person another name, within seconds in every recording. Problems: SPEAKER_PROFILE_EDIT_CONFLICT.',
  })
  renameSpeakerProfile(
    @Args(() => RenameSpeakerProfileArgs) renaming: RenameSpeakerProfileArgs,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return orProblem(async () => {
      await this.service.rename(renaming, context);
      return this.found(renaming.id, context);
    });
  }

  @Mutation(() => DeleteSpeakerProfileResult, {
    description:
      'Deletes a profile with every vector, for good, also while voice profiles are off. Speakers keep their names.',
  })
  deleteSpeakerProfile(
    @Arg('id', () => ID, { description: 'The profile.' }) id: string,
    @Ctx() context: Context,
  ): Promise<DeletedSpeakerProfile | Problem> {
    return orProblem(async () => {
      await this.service.remove(id, context);
      return Object.assign(new DeletedSpeakerProfile(), { id });
    });
  }

  @Mutation(() => IdentifySpeakerResult, {
    description:
      'Says that a speaker is a known person; confirms what was found, or corrects it. Problems: SPEAKER_EDIT_CONFLICT.',
  })
  assignSpeakerProfile(
    @Arg('speakerId', () => ID, { description: 'The speaker.' }) speakerId: string,
    @Arg('profileId', () => ID, { description: 'The person.' }) profileId: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version of the speaker, as it was seen; refused when they have another by now.',
    })
    expectedVersion: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<Speaker | Problem> {
    const seen = { speakerId, expectedVersion };
    return this.identified(speakerId, context, () => this.service.assign(seen, profileId, context));
  }

  @Mutation(() => IdentifySpeakerResult, {
    description: 'Says that a speaker is nobody known; their voice no longer counts for the profile.',
  })
  unassignSpeakerProfile(
    @Arg('speakerId', () => ID, { description: 'The speaker.' }) speakerId: string,
    @Ctx() context: Context,
  ): Promise<Speaker | Problem> {
    return this.identified(speakerId, context, () => this.service.unassign(speakerId, context));
  }

  @Mutation(() => IdentifySpeakerResult, {
    description:
      'Says that a speaker is not who they are, or may be, taken for; that is never offered again. Problems: NOBODY_IDENTIFIED.',
  })
  rejectIdentification(
    @Arg('speakerId', () => ID, { description: 'The speaker.' }) speakerId: string,
    @Ctx() context: Context,
  ): Promise<Speaker | Problem> {
    return this.identified(speakerId, context, () => this.service.reject(speakerId, context));
  }

  private async speakersOf(changed: readonly { speakerId: string }[], context: Context): Promise<Speaker[]> {
    const shown = changed.slice(0, MAX_SHOWN);
    const found = await Promise.all(shown.map(({ speakerId }) => this.finder.speaker(speakerId, context)));
    return ofLatestTranscripts(found.filter((speaker) => speaker !== null));
  }

  private async found(id: string, context: Context): Promise<SpeakerProfile> {
    const profile = await this.profiles.profile(id, context);
    if (!profile) throw speakerProfileNotFound(id);
    return profile;
  }

  private identified(
    speakerId: string,
    context: Context,
    change: () => Promise<void>,
  ): Promise<Speaker | Problem> {
    return orProblem(async () => {
      await change();
      const speaker = await this.finder.speaker(speakerId, context);
      if (!speaker) throw speakerNotFound(speakerId);
      return speaker;
    });
  }
}
