import { connectionOf, Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Collection } from './collection.entity.ts';

export const { Connection: CollectionConnection } = connectionOf('Collection', () => Collection);

@InputType({ description: 'A new collection.' })
export class CreateCollectionInput {
  @Field({ description: 'Its name in lists, up to 300 characters.' })
  name: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it and the recordings made only for it are deleted, at most ten years from now.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'A collection and recordings.' })
export class CollectionRecordingsInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => [ID], { description: 'The recordings.' })
  recordingIds: string[];
}

@ObjectType({ description: 'A collection that is gone.' })
export class DeletedCollection {
  @Field(() => ID, { description: 'The id it had.' })
  id: string;

  @Field(() => Int, { description: 'How many recordings are deleted with it.' })
  deletedRecordings: number;
}

export const CollectionResult = createUnionType({
  name: 'CollectionResult',
  description: 'The collection, or why it could not be changed.',
  types: () => [Collection, Problem] as const,
});

export const DeleteCollectionResult = createUnionType({
  name: 'DeleteCollectionResult',
  description: 'What was deleted, or why it could not be.',
  types: () => [DeletedCollection, Problem] as const,
});
