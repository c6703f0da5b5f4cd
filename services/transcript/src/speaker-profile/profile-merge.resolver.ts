import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import { exportFileName } from '../export/file-name.ts';
import type { ProfileMergeService } from './profile-merge.service.ts';
import type { ProfileTransferService } from './profile-transfer.service.ts';
import { SpeakerProfile } from './speaker-profile.entity.ts';
import { speakerProfileNotFound } from './speaker-profile.errors.ts';
import type { SpeakerProfileFinder } from './speaker-profile.finder.ts';
import {
  SpeakerProfileDocument,
  SpeakerProfileResult,
  SplitSpeakerProfileInput,
} from './speaker-profile.types.ts';

@Resolver(() => SpeakerProfile)
export class ProfileMergeResolver {
  /** Profiles that an operation has exported, by the values of its variables: each that runs has its own. */
  private readonly exported = new WeakMap<object, Map<string, Promise<void>>>();

  constructor(
    private readonly merging: ProfileMergeService,
    private readonly transfer: ProfileTransferService,
    private readonly profiles: Pick<SpeakerProfileFinder, 'profile'>,
  ) {}

  @FieldResolver(() => SpeakerProfileDocument, {
    description:
      'All that is known of the voice, for the person to have or to be imported elsewhere. Who reads it is kept in the audit trail, once for each request.',
  })
  async export(
    @Root() profile: SpeakerProfile,
    @Ctx() context: Context,
    @Info() { variableValues }: GraphQLResolveInfo,
  ): Promise<SpeakerProfileDocument> {
    const exported = this.exported.get(variableValues) ?? new Map<string, Promise<void>>();
    this.exported.set(variableValues, exported);
    const noted = exported.get(profile.id) ?? this.transfer.noteExport(profile.id, context);
    exported.set(profile.id, noted);
    await noted;
    const content = await this.transfer.export(profile);
    return Object.assign(new SpeakerProfileDocument(), {
      fileName: exportFileName(profile.name, 'json'),
      content,
    });
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Makes one person of two profiles: what the second rests on and where it is heard goes to the first.',
  })
  mergeSpeakerProfiles(
    @Arg('keepId', () => ID, { description: 'The profile that stays.' }) keepId: string,
    @Arg('dropId', () => ID, { description: 'The profile that goes.' }) dropId: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(context, async () => {
      await this.merging.merge(keepId, dropId, context);
      return keepId;
    });
  }

  @Mutation(() => SpeakerProfileResult, {
    description:
      'Makes a person of their own of some samples, with the speakers they are of and every other sample of these. Problems: SPEAKER_PROFILE_SPLIT_EMPTY.',
  })
  splitSpeakerProfile(
    @Arg('input', () => SplitSpeakerProfileInput, { description: 'The samples and the name.' })
    { id, sampleIds, name }: SplitSpeakerProfileInput,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(context, () => this.merging.split(id, sampleIds, name, context));
  }

  @Mutation(() => SpeakerProfileResult, {
    description: 'Takes a sample away; who speaks there stays. Problems: VOICE_SAMPLE_NOT_FOUND.',
  })
  removeVoiceSample(
    @Arg('id', () => ID, { description: 'The sample.' }) id: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(context, () => this.merging.removeSample(id, context));
  }

  @Mutation(() => SpeakerProfileResult, {
    description: 'Makes a profile of an exported document. Problems: PROFILE_DOCUMENT_INVALID.',
  })
  importSpeakerProfile(
    @Arg('document', () => String, { description: 'The JSON as it was exported.' }) document: string,
    @Ctx() context: Context,
  ): Promise<SpeakerProfile | Problem> {
    return this.changed(context, () => this.transfer.import(document, context));
  }

  private changed(context: Context, change: () => Promise<string>): Promise<SpeakerProfile | Problem> {
    return orProblem(async () => {
      const id = await change();
      const profile = await this.profiles.profile(id, context);
      if (!profile) throw speakerProfileNotFound(id);
      return profile;
    });
  }
}
