import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A recording, owned by ingest.' })
export class Recording {
  @Field(() => ID, { description: 'The recording.' })
  id: string;

  static of(id: string): Recording {
    return Object.assign(new Recording(), { id });
  }
}
