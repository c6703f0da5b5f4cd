import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A transcript has a new version.' })
export class TranscriptChange {
  @Field(() => ID, { description: 'The recording it is the transcript of.' })
  recordingId: string;

  @Field(() => Int, { description: 'The new version.' })
  version: number;

  @Field({ description: '`imported`, `text-edited`, `speaker-renamed` or `language-changed`.' })
  reason: string;

  @Field(() => [ID], { nullable: true, description: 'The segments that changed, null for any of them.' })
  segmentIds: string[] | null;
}
