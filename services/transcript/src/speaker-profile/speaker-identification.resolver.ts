import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Speaker } from '../speaker/speaker.entity.ts';
import {
  IdentificationAlternative,
  SpeakerIdentification,
  type VoiceLikeness,
} from './speaker-identification.entity.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { IdentificationRejection } from './identification-rejection.ts';
import type { RejectionFinder } from './rejection.finder.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';

type Rejections = Pick<RejectionFinder, 'ofSpeaker'>;
type Profiles = Pick<SpeakerProfileFinder, 'profile' | 'identification'>;

@Resolver(() => Speaker)
export class IdentifiedSpeakerResolver {
  constructor(private readonly profiles: Profiles) {}

  @FieldResolver(() => SpeakerProfile, {
    nullable: true,
    description: 'The known person they are; null for nobody known, and while voice profiles are off.',
  })
  profile(@Root() { profileId }: Speaker, @Ctx() context: Context): Promise<SpeakerProfile | null> | null {
    return profileId ? this.profiles.profile(profileId, context) : null;
  }

  @FieldResolver(() => SpeakerIdentification, {
    nullable: true,
    description: 'How that is known, or who they may be; null before they were compared.',
  })
  identification(@Root() { id }: Speaker, @Ctx() context: Context): Promise<SpeakerIdentification | null> {
    return this.profiles.identification(id, context);
  }
}

@Resolver(() => SpeakerIdentification)
export class SpeakerIdentificationResolver {
  constructor(
    private readonly profiles: Profiles,
    private readonly rejections: Rejections,
  ) {}

  @FieldResolver(() => SpeakerProfile, {
    nullable: true,
    description: 'Who they are, or may be; null when unknown.',
  })
  profile(
    @Root() { profileId }: SpeakerIdentification,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> | null {
    return profileId ? this.profiles.profile(profileId, context) : null;
  }

  @FieldResolver(() => [IdentificationAlternative], { description: 'Others they may be, likeliest first.' })
  alternatives(@Root() { alternatives }: SpeakerIdentification): IdentificationAlternative[] {
    return alternatives.map((one: VoiceLikeness) => Object.assign(new IdentificationAlternative(), one));
  }

  @FieldResolver(() => [IdentificationRejection], {
    description: 'Whom a person said that they are not, the latest first; also by taking back that they are.',
  })
  async rejected(
    @Root() { speakerId }: SpeakerIdentification,
    @Ctx() context: Context,
  ): Promise<IdentificationRejection[]> {
    const found = await this.rejections.ofSpeaker(speakerId, context);
    return (found?.rejected ?? []).map((one) => Object.assign(new IdentificationRejection(), one));
  }
}

@Resolver(() => IdentificationRejection)
export class IdentificationRejectionResolver {
  constructor(private readonly profiles: Profiles) {}

  @FieldResolver(() => SpeakerProfile, { nullable: true, description: 'The person; null when gone.' })
  profile(
    @Root() { profileId }: IdentificationRejection,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> {
    return this.profiles.profile(profileId, context);
  }
}

@Resolver(() => IdentificationAlternative)
export class IdentificationAlternativeResolver {
  constructor(private readonly profiles: Profiles) {}

  @FieldResolver(() => SpeakerProfile, { nullable: true, description: 'The person; null when gone.' })
  profile(
    @Root() { profileId }: IdentificationAlternative,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | null> {
    return this.profiles.profile(profileId, context);
  }
}
