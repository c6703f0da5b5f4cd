import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Somebody known who a speaker is not, as a person said.' })
export class IdentificationRejection {
  profileId: string;

  @Field(() => String, { nullable: true, description: 'Who said so; null when that was not kept.' })
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When; null when that was not kept.' })
  decidedAt: Date | null;
}
