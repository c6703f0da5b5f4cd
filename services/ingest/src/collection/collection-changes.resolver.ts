import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ownerIn } from './collection-owner.ts';
import type { CollectionProcessing } from './collection-processing.service.ts';
import type { CollectionRemoval } from './collection-removal.service.ts';
import type { Collection } from './collection.entity.ts';
import type { CollectionService } from './collection.service.ts';
import {
  CollectionRecordingsInput,
  CollectionResult,
  CreateCollectionInput,
  DeleteCollectionResult,
  DeletedCollection,
} from './collection.types.ts';

@Resolver()
export class CollectionChangesResolver {
  constructor(
    private readonly collections: CollectionService,
    private readonly processing: CollectionProcessing,
    private readonly removal: CollectionRemoval,
  ) {}

  @Mutation(() => CollectionResult, {
    description: 'Makes an empty collection. Files are put into it by `createRecording` with its id.',
  })
  createCollection(
    @Arg('input', () => CreateCollectionInput, { description: 'The collection.' })
    { name, expiresAt }: CreateCollectionInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(async () => this.collections.create(ownerIn(context), name, expiresAt ?? null));
  }

  @Mutation(() => CollectionResult, { description: 'Gives a collection another name.' })
  renameCollection(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Arg('name', { description: 'Its name in lists, up to 300 characters.' }) name: string,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(async () => this.collections.rename(ownerIn(context), id, name));
  }

  @Mutation(() => CollectionResult, {
    description: 'Sets when a collection and the recordings made only for it are deleted.',
  })
  setCollectionExpiry(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Arg('expiresAt', () => Date, {
      nullable: true,
      description: 'At most ten years from now; null keeps it.',
    })
    expiresAt: Date | null,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(async () => this.collections.setExpiry(ownerIn(context), id, expiresAt));
  }

  @Mutation(() => CollectionResult, {
    description:
      'Puts recordings of the workspace at the end of a collection. They do not go with it, unless they were uploaded into another one. Errors: COLLECTION_FULL.',
  })
  addToCollection(
    @Arg('input', () => CollectionRecordingsInput, { description: 'Which into which.' })
    { collectionId, recordingIds }: CollectionRecordingsInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(() => this.collections.add(ownerIn(context), collectionId, recordingIds));
  }

  @Mutation(() => CollectionResult, {
    description: 'Takes recordings out of a collection. They stay, also when the collection is deleted.',
  })
  removeFromCollection(
    @Arg('input', () => CollectionRecordingsInput, { description: 'Which from which.' })
    { collectionId, recordingIds }: CollectionRecordingsInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(() => this.collections.remove(ownerIn(context), collectionId, recordingIds));
  }

  @Mutation(() => CollectionResult, { description: 'Puts the recordings of a collection in another order.' })
  reorderCollection(
    @Arg('input', () => CollectionRecordingsInput, {
      description: 'All of its recordings, in their new order.',
    })
    { collectionId, recordingIds }: CollectionRecordingsInput,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(() => this.collections.reorder(ownerIn(context), collectionId, recordingIds));
  }

  @Mutation(() => CollectionResult, {
    description: 'Stops the processing of all recordings of a collection; what is finished is kept.',
  })
  cancelCollection(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(() => this.processing.cancel(id, context));
  }

  @Mutation(() => CollectionResult, {
    description: 'Goes on with the recordings of a collection that failed or were cancelled.',
  })
  retryCollection(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Collection | Problem> {
    return orProblem(() => this.processing.retry(id, context));
  }

  @Mutation(() => DeleteCollectionResult, { description: 'Deletes a collection, for good.' })
  deleteCollection(
    @Arg('id', () => ID, { description: 'The collection.' }) id: string,
    @Arg('deleteRecordings', {
      description:
        'Whether the recordings that were uploaded into it and are in no other collection are deleted too.',
    })
    deleteRecordings: boolean,
    @Ctx() context: Context,
  ): Promise<DeletedCollection | Problem> {
    return orProblem(async () => {
      const deletedRecordings = await this.removal.delete(ownerIn(context), id, deleteRecordings);
      return Object.assign(new DeletedCollection(), { id, deletedRecordings });
    });
  }
}
