import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CollectionRef } from './collection-ref.entity.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Recordings put together, owned by ingest; here they are read as one.' })
export class Collection {
  @Field(() => ID, { description: 'The collection.' })
  id: string;

  ref: CollectionRef;

  static of(ref: CollectionRef): Collection {
    return Object.assign(new Collection(), { id: ref.collectionId, ref });
  }
}
