import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum PropagationConsumer {
  SEARCH = 'search',
  ANSWERS = 'chat',
  VOICES = 'voices',
  COLLECTIONS = 'collections',
}
registerEnumType(PropagationConsumer, {
  name: 'PropagationConsumer',
  description: 'What is made from transcripts.',
  valuesConfig: {
    SEARCH: { description: 'Keyword search and exports; always at the version of the transcript.' },
    ANSWERS: { description: 'Answers to questions.' },
    VOICES: {
      description:
        'The voices of speaker profiles that rest on the recording; at the version of the transcript where nothing of it concerns them.',
    },
    COLLECTIONS: {
      description:
        'Speakers and statistics of the collections with the recording; at the version of the transcript where there are none.',
    },
  },
});

@ObjectType({ description: 'How far one consumer has come with the corrections of a transcript.' })
export class ConsumerProgress {
  @Field(() => PropagationConsumer, { description: 'What it is.' })
  consumer: PropagationConsumer;

  @Field(() => Int, { description: 'The version it shows; 0 for none yet.' })
  version: number;

  @Field({ description: 'Whether that is the version of the transcript.' })
  upToDate: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when it shows that version.' })
  appliedAt: Date | null;
}

@ObjectType({ description: 'Where the latest version of a transcript has arrived.' })
export class Propagation {
  @Field(() => Int, { description: 'The version of the transcript.' })
  version: number;

  @Field({ description: 'Whether it has arrived everywhere.' })
  upToDate: boolean;

  @Field(() => [ConsumerProgress], { description: 'Each consumer.' })
  consumers: ConsumerProgress[];
}
