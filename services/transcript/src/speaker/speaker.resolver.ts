import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { Correction } from '../correction/correction.entity.ts';
import type { CorrectionHistory } from '../correction/correction.history.ts';
import type { SpeakerCorrectionService } from '../correction/speaker-correction.service.ts';
import { Recording } from '../recording/recording.stub.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { Speaker } from './speaker.entity.ts';
import { speakerNotFound } from './speaker.errors.ts';

@InputType({ description: 'What a speaker is to be called.' })
export class RenameSpeakerInput {
  @Field(() => ID, { description: 'The speaker.' })
  speakerId: string;

  @Field(() => String, { nullable: true, description: 'Empty or null takes the name away.' })
  name?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Their version, as it was seen; refused when they have another by now.',
  })
  expectedVersion?: number | null;
}

export const RenameSpeakerResult = createUnionType({
  name: 'RenameSpeakerResult',
  description: 'The speaker with the new name, or why it could not be given.',
  types: () => [Speaker, Problem] as const,
});

@Resolver(() => Speaker)
export class SpeakerResolver {
  constructor(
    private readonly corrections: Pick<SpeakerCorrectionService, 'renameSpeaker'>,
    private readonly history: Pick<CorrectionHistory, 'lastOfSpeaker'>,
    private readonly finder: TranscriptFinder,
  ) {}

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording they speak in; null while it cannot be reached.',
  })
  recording(@Root() { recordingId }: Speaker): Recording {
    return Recording.of(recordingId);
  }

  @FieldResolver(() => Int, {
    description:
      'The version of the transcript that changed them last; 0 while they are as processing made them.',
  })
  async version(@Root() { id }: Speaker, @Ctx() context: Context): Promise<number> {
    return (await this.history.lastOfSpeaker(id, context))?.correction.version ?? 0;
  }

  @FieldResolver(() => Correction, { nullable: true, description: 'The correction that changed them last.' })
  async lastCorrection(@Root() { id }: Speaker, @Ctx() context: Context): Promise<Correction | null> {
    return (await this.history.lastOfSpeaker(id, context))?.correction ?? null;
  }

  @FieldResolver(() => [ID], {
    description:
      'Speakers who are this one now: those who were joined with them, and those who they were before the recording was processed again.',
  })
  async formerIds(@Root() { id }: Speaker, @Ctx() context: Context): Promise<string[]> {
    return (await this.finder.formerSpeakers(id, context))?.ids ?? [];
  }

  @Mutation(() => RenameSpeakerResult, {
    description: 'Gives a speaker a name, or takes it away. Refused when somebody was faster.',
  })
  renameSpeaker(
    @Arg('input', () => RenameSpeakerInput, { description: 'The speaker and the name.' })
    input: RenameSpeakerInput,
    @Ctx() context: Context,
  ): Promise<Speaker | Problem> {
    const { name, ...seen } = input;
    return orProblem(async () => {
      await this.corrections.renameSpeaker(seen, name, context);
      const speaker = await this.finder.speaker(seen.speakerId, context);
      if (!speaker) throw speakerNotFound(seen.speakerId);
      return speaker;
    });
  }
}
