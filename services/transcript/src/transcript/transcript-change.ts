import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Which version of a transcript there is now, and why.' })
export class TranscriptChange {
  @Field(() => ID, { description: 'The recording it is the transcript of.' })
  recordingId: string;

  @Field(() => Int, { description: 'The version; each change makes the next.' })
  version: number;

  @Field({
    description:
      '`current` when nothing changed (the first one), `imported`, `language-changed`, or the kind of a correction in small letters with hyphens, for example `text-edited`.',
  })
  reason: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The segments that changed, came or went, null for any of them.',
  })
  segmentIds: string[] | null;
}
