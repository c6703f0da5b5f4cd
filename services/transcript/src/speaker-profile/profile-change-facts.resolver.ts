import { FieldResolver, Resolver, Root } from 'type-graphql';
import { SpeakerProfileChange, SpeakerProfileChangeKind } from './speaker-profile-change.entity.ts';

/** What a change says by itself, as it was then. */
@Resolver(() => SpeakerProfileChange)
export class ProfileChangeFactsResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name before, where that changed.' })
  nameBefore(@Root() { changes, profileId }: SpeakerProfileChange): string | null {
    return changes.profiles.find((one) => one.profileId === profileId)?.before?.name ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name after, where that changed.' })
  nameAfter(@Root() { changes, profileId }: SpeakerProfileChange): string | null {
    return changes.profiles.find((one) => one.profileId === profileId)?.after?.name ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of the profile that was merged into this one; null of any other change, and when one of them was deleted since.',
  })
  mergedName(@Root() { kind, changes, profileId }: SpeakerProfileChange): string | null {
    if (kind !== SpeakerProfileChangeKind.MERGED) return null;
    return changes.profiles.find((one) => one.profileId !== profileId)?.before?.name ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it was about the whole workspace: every profile, those that are gone too.',
  })
  ofWorkspace(@Root() { profileId }: SpeakerProfileChange): boolean {
    return profileId === null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether there is nothing of it to take back: it changed no profile, or was about somebody who was deleted since.',
  })
  final(@Root() { kind, changes }: SpeakerProfileChange): boolean {
    const { profiles, samples, speakers, rejections } = changes;
    const isEmpty = profiles.length + samples.length + speakers.length + rejections.length === 0;
    // What a correction of a transcript did goes with it.
    return isEmpty && kind !== SpeakerProfileChangeKind.CORRECTED;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why voices may be kept, as it was written down with turning voice profiles on or off; null of any other change.',
  })
  reason(@Root() { changes }: SpeakerProfileChange): string | null {
    return changes.reason ?? null;
  }
}
