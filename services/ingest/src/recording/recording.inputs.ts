import { Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TranscriptFormat } from '../transcript-import/transcript-format.ts';
import { Recording } from './recording.entity.ts';

export const RecordingResult = createUnionType({
  name: 'RecordingResult',
  description: 'The recording, or why it could not be done.',
  types: () => [Recording, Problem] as const,
});

@ObjectType({ description: 'A recording that is hidden everywhere and about to be gone for good.' })
export class DeletedRecording {
  @Field(() => ID, { description: 'The recording.' })
  id: string;

  @Field({ description: 'Until when `restoreRecording` brings it back.' })
  restorableUntil: Date;
}

export const DeleteRecordingResult = createUnionType({
  name: 'DeleteRecordingResult',
  description: 'What was deleted, or why it could not be.',
  types: () => [DeletedRecording, Problem] as const,
});

@InputType({ description: 'What is known about an uploaded file.' })
export class UploadRecordingInput {
  @Field(() => String, { nullable: true, description: 'Its name in lists; the file’s name by default.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The language spoken, BCP 47, when known.' })
  language?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people talk, 1 to 20, when known: it helps a lot.',
  })
  expectedSpeakers?: number | null;

  @Field(() => Date, { nullable: true, description: 'When the conversation took place.' })
  recordedAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The collection it is made for. Errors: COLLECTION_FULL, COLLECTION_FILE_TOO_LARGE.',
  })
  collectionId?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When the file was chosen for the collection: it comes before those that were chosen later, whichever arrives first. Without, it comes last.',
  })
  chosenAt?: Date | null;
}

@InputType({ description: 'A finished upload and what is known about it.' })
export class CreateRecordingInput extends UploadRecordingInput {
  @Field(() => ID, { description: 'The last path segment of the finished tus upload’s URL.' })
  uploadId: string;
}

@InputType({ description: 'A transcript made elsewhere.' })
export class ImportTranscriptInput {
  @Field({ description: 'Its name in lists.' })
  title: string;

  @Field(() => TranscriptFormat, { description: 'How it is written.' })
  format: TranscriptFormat;

  @Field({ description: 'The transcript itself, up to 20 MB.' })
  content: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language spoken, BCP 47; without one, what the file names or its words tell.',
  })
  language?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the conversation took place.' })
  recordedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'A finished tus upload with the audio, if there is one.' })
  uploadId?: string | null;
}

@InputType({ description: 'Changes of a recording; what is left out stays.' })
export class UpdateRecordingInput {
  @Field(() => ID, { description: 'The recording.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its new name in lists.' })
  title?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the conversation took place; null empties it.' })
  recordedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'The language spoken, BCP 47; null empties it.' })
  language?: string | null;
}

@InputType({ description: 'What to do differently this time; what is left out stays.' })
export class RetryProcessingInput {
  @Field(() => ID, { description: 'The recording.' })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people talk, 1 to 20; null has it found automatically.',
  })
  expectedSpeakers?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language spoken, BCP 47; null has it found automatically.',
  })
  language?: string | null;
}
