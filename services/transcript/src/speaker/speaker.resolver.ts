import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import { Speaker } from './speaker.entity.ts';
import type { SpeakerService } from './speaker.service.ts';

@InputType({ description: 'What a speaker is to be called.' })
export class RenameSpeakerInput {
  @Field(() => ID, { description: 'The speaker.' })
  speakerId: string;

  @Field(() => String, { nullable: true, description: 'Empty or null takes the name away.' })
  name?: string | null;
}

export const RenameSpeakerResult = createUnionType({
  name: 'RenameSpeakerResult',
  description: 'The speaker with the new name, or why it could not be given.',
  types: () => [Speaker, Problem] as const,
});

@Resolver(() => Speaker)
export class SpeakerResolver {
  constructor(private readonly speakers: SpeakerService) {}

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording they speak in; null while it cannot be reached.',
  })
  recording(@Root() { recordingId }: Speaker): Recording {
    return Recording.of(recordingId);
  }

  @Mutation(() => RenameSpeakerResult, { description: 'Gives a speaker a name, or takes it away.' })
  renameSpeaker(
    @Arg('input', () => RenameSpeakerInput, { description: 'The speaker and the name.' })
    input: RenameSpeakerInput,
    @Ctx() context: Context,
  ): Promise<Speaker | Problem> {
    return orProblem(() => this.speakers.rename(input.speakerId, input.name, context));
  }
}
