import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CollectionDecisionService } from './collection-decision.service.ts';
import { Collection } from './collection.stub.ts';
import {
  CollectionSpeakersResult,
  MergeCollectionSpeakersInput,
  RenameCollectionSpeakerInput,
  RenameCollectionSpeakerResult,
  RenamedCollectionSpeaker,
  SeparateCollectionSpeakerInput,
  UndoCollectionRenameInput,
} from './collection.types.ts';

@Resolver()
export class CollectionDecisionResolver {
  constructor(private readonly decisions: CollectionDecisionService) {}

  @Mutation(() => CollectionSpeakersResult, {
    description:
      'Says that two people of a collection are one, and remembers it. Errors: COLLECTION_SPEAKERS_MEET.',
  })
  mergeCollectionSpeakers(
    @Arg('input', () => MergeCollectionSpeakersInput, { description: 'Who.' })
    { collectionId, speakerId, intoSpeakerId }: MergeCollectionSpeakersInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(async () =>
      Collection.of(await this.decisions.merge(collectionId, speakerId, intoSpeakerId, context)),
    );
  }

  @Mutation(() => CollectionSpeakersResult, {
    description:
      'Says that a speaker of a recording is not the person they were taken for, and remembers it: in this collection the name or profile of that person no longer counts for them, whatever their transcript says. Errors: COLLECTION_SPEAKER_ALONE.',
  })
  separateCollectionSpeaker(
    @Arg('input', () => SeparateCollectionSpeakerInput, { description: 'Who.' })
    { collectionId, speakerId }: SeparateCollectionSpeakerInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(async () =>
      Collection.of(await this.decisions.separate(collectionId, speakerId, context)),
    );
  }

  @Mutation(() => RenameCollectionSpeakerResult, {
    description:
      'Names a person of a collection in all recordings they speak in, or takes the name away: everywhere or, when it cannot be, nowhere.',
  })
  renameCollectionSpeaker(
    @Arg('input', () => RenameCollectionSpeakerInput, { description: 'Who, and the name.' })
    { collectionId, speakerId, name }: RenameCollectionSpeakerInput,
    @Ctx() context: Context,
  ): Promise<RenamedCollectionSpeaker | Problem> {
    return renamed(() => this.decisions.rename(collectionId, speakerId, name ?? null, context));
  }

  @Mutation(() => RenameCollectionSpeakerResult, {
    description:
      'Takes back that a person of a collection was named, or gives the name again: in all recordings or, when it was changed again in one, in none. Problems: CORRECTION_OVERLAID, COLLECTION_NOT_FOUND, CORRECTION_NOT_FOUND.',
  })
  undoCollectionRename(
    @Arg('input', () => UndoCollectionRenameInput, { description: 'What was corrected.' })
    { collectionId, correctionIds }: UndoCollectionRenameInput,
    @Ctx() context: Context,
  ): Promise<RenamedCollectionSpeaker | Problem> {
    return renamed(() => this.decisions.undoRename(collectionId, correctionIds, context));
  }
}

const renamed = (
  rename: () => ReturnType<CollectionDecisionService['rename']>,
): Promise<RenamedCollectionSpeaker | Problem> =>
  orProblem(async () => {
    const { ref, corrections } = await rename();
    return Object.assign(new RenamedCollectionSpeaker(), { collection: Collection.of(ref), corrections });
  });
