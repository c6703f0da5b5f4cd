import { connectionOf, Problem } from '@colloquy/subgraph';
import {
  ArgsType,
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import { SpeakerProfileChange } from './speaker-profile-change.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { VoiceReembedding } from './voice-reembedding.entity.ts';
import { VoiceProfileSettings } from './voice-profile-settings.entity.ts';

export enum ProfileHealthState {
  GOOD = 'GOOD',
  EMPTY = 'EMPTY',
  THIN = 'THIN',
  MIXED = 'MIXED',
  CONFUSABLE = 'CONFUSABLE',
}
registerEnumType(ProfileHealthState, {
  name: 'ProfileHealthState',
  description: 'What there is to do about a profile, the most pressing first.',
  valuesConfig: {
    GOOD: { description: 'Nothing.' },
    EMPTY: { description: 'There is no sample: nobody is recognised by it.' },
    THIN: { description: 'Few samples or little speech: confirm more.' },
    MIXED: { description: 'Some samples are unlike the others: somebody else may be among them.' },
    CONFUSABLE: { description: 'Its voice is much like that of another profile.' },
  },
});

@ObjectType({ description: 'Another profile with a voice much like this one.' })
export class ConfusableProfile {
  profileId: string;

  @Field(() => Float, { description: 'Cosine of the two voices, -1 to 1.' })
  similarity: number;

  @Field({ description: 'Whether the small embedder that comes with Colloquy compared them.' })
  draft: boolean;
}

@ObjectType({ description: 'How good a profile is for recognising somebody.' })
export class ProfileHealth {
  @Field(() => ProfileHealthState, { description: 'What there is to do about it.' })
  state: ProfileHealthState;

  @Field(() => Float, {
    nullable: true,
    description: 'How unlike each other its samples are, 0 for the same; null with fewer than two.',
  })
  spread: number | null;

  @Field(() => Int, { description: 'Samples that are unlike the others.' })
  outlierCount: number;

  @Field(() => [ConfusableProfile], {
    description: 'Profiles it may be taken for, most alike first, at most 5.',
  })
  confusable: ConfusableProfile[];
}

export const SpeakerProfileConnection = connectionOf('SpeakerProfile', () => SpeakerProfile).Connection;
export type SpeakerProfileConnection = InstanceType<typeof SpeakerProfileConnection>;
export const SpeakerConnection = connectionOf('Speaker', () => Speaker).Connection;
export type SpeakerConnection = InstanceType<typeof SpeakerConnection>;
export const SpeakerProfileChangeConnection = connectionOf(
  'SpeakerProfileChange',
  () => SpeakerProfileChange,
).Connection;
export type SpeakerProfileChangeConnection = InstanceType<typeof SpeakerProfileChangeConnection>;

@ArgsType()
export class ProfilePageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'A cursor to go on from.' })
  after?: string | null;
}

@ArgsType()
export class RenameSpeakerProfileArgs {
  @Field(() => ID, { description: 'The profile.' })
  id: string;

  @Field({ description: 'What the person is called.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'What they were called when that was seen; refused when they have another name by now.',
  })
  expectedName?: string | null;
}

@InputType({ description: 'A person to be known by voice.' })
export class CreateSpeakerProfileInput {
  @Field({ description: 'What the person is called.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'A speaker who is this person.' })
  speakerId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of that speaker, as it was seen; refused when they have another by now.',
  })
  expectedVersion?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Segments of one recording that are said by this person; only without `speakerId`.',
  })
  segmentIds?: string[] | null;
}

@InputType({ description: 'Whether voices are kept.' })
export class SetVoiceProfilesInput {
  @Field({ description: 'True: voices are kept and recognised from now on.' })
  enabled: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why voices may be kept, 10 to 2,000 characters; needed to turn it on.',
  })
  reason?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: every profile is deleted with its vectors, for good. Otherwise they are kept, unused.',
  })
  deleteProfiles?: boolean | null;
}

@InputType({ description: 'Samples that are another person.' })
export class SplitSpeakerProfileInput {
  @Field(() => ID, { description: 'The profile they are in.' })
  id: string;

  @Field(() => [ID], { description: 'The samples, some of the profile but not all.' })
  sampleIds: string[];

  @Field({ description: 'What the other person is called.' })
  name: string;
}

@ObjectType({ description: 'A profile as a document.' })
export class SpeakerProfileDocument {
  @Field({ description: 'A name for the file.' })
  fileName: string;

  @Field({ description: 'JSON: the name and the vectors of each sample. Biometric data: keep it safe.' })
  content: string;
}

@ObjectType({ description: 'A profile that is gone for good.' })
export class DeletedSpeakerProfile {
  @Field(() => ID, { description: 'The id it had.' })
  id: string;
}

export const VoiceProfileSettingsResult = createUnionType({
  name: 'VoiceProfileSettingsResult',
  description: 'The settings as they are now, or why they could not be changed.',
  types: () => [VoiceProfileSettings, Problem] as const,
});

export const SpeakerProfileResult = createUnionType({
  name: 'SpeakerProfileResult',
  description: 'The profile as it is now, or why it could not be changed.',
  types: () => [SpeakerProfile, Problem] as const,
});

export const IdentifySpeakerResult = createUnionType({
  name: 'IdentifySpeakerResult',
  description: 'The speaker as they are now, or why that could not be said of them.',
  types: () => [Speaker, Problem] as const,
});

export const DeleteSpeakerProfileResult = createUnionType({
  name: 'DeleteSpeakerProfileResult',
  description: 'The profile that is gone, or why it is not.',
  types: () => [DeletedSpeakerProfile, Problem] as const,
});

@ObjectType({ description: 'A change that was taken back.' })
export class UndoneSpeakerProfileChange {
  @Field(() => ID, { description: 'The change that was taken back.' })
  id: string;

  profileId: string | null;

  lostIn: string[];
}

export const UndoSpeakerProfileChangeResult = createUnionType({
  name: 'UndoSpeakerProfileChangeResult',
  description: 'What was taken back, or why it could not be.',
  types: () => [UndoneSpeakerProfileChange, Problem] as const,
});

export const VoiceReembeddingResult = createUnionType({
  name: 'VoiceReembeddingResult',
  description: 'How far it has come, or why it cannot be done.',
  types: () => [VoiceReembedding, Problem] as const,
});
