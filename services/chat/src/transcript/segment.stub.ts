import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A segment, owned by transcript.' })
export class Segment {
  @Field(() => ID, { description: 'The segment.' })
  id: string;

  static of(id: string): Segment {
    return Object.assign(new Segment(), { id });
  }
}
