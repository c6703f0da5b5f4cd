import { inTransaction, type Context } from '@colloquy/subgraph';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Recording } from '../recording/recording.stub.ts';
import { checkOptions, checkQuestion } from './retrieval.errors.ts';
import type { RetrievalService } from './retrieval.service.ts';
import { checkRecordings } from './scope.ts';

@InputType({ description: 'What to look for, and where.' })
export class RetrievePassagesInput {
  @Field({ description: 'At most 2,000 characters.' })
  question: string;

  @Field(() => [ID], { nullable: true, description: 'Empty or left out: all recordings.' })
  recordingIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'How many, 1 to 50; SIMILARITY_TOP_K when left out.' })
  topK?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Those scoring less are left out, 0 to 1; SIMILARITY_THRESHOLD when left out.',
  })
  threshold?: number | null;
}

@ObjectType({ description: 'Neighbouring segments that may answer a question.' })
export class ScoredPassage {
  @Field(() => ID, { description: 'The recording it is from.' })
  recordingId: string;

  @Field(() => [ID], { description: 'Its segments, in order; the first and the last may reach beyond it.' })
  segmentIds: string[];

  @Field({ description: '`Speaker: text`, a line a segment.' })
  text: string;

  @Field(() => Int, { description: 'Where it begins, in milliseconds.' })
  startMs: number;

  @Field(() => Int, { description: 'Where it ends, in milliseconds.' })
  endMs: number;

  @Field(() => Float, { description: '0 to 1; comparable within one question.' })
  score: number;
}

export interface RetrievalDefaults {
  topK: number;
  threshold: number;
}

@Resolver(() => ScoredPassage)
export class RetrievalResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retrieval: RetrievalService,
    private readonly defaults: RetrievalDefaults,
  ) {}

  @Query(() => [ScoredPassage], {
    nullable: true,
    description:
      'The passages that answer a question, best first. ' +
      'Errors: QUESTION_INVALID, RETRIEVAL_OPTION_INVALID, RECORDING_NOT_FOUND, SCOPE_TOO_LARGE.',
  })
  async retrievePassages(
    @Arg('input', () => RetrievePassagesInput, { description: 'The question and where to look.' })
    input: RetrievePassagesInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<ScoredPassage[]> {
    const question = checkQuestion(input.question);
    checkOptions(input);
    const ids = await inTransaction(this.dataSource, (tx) =>
      checkRecordings(tx, workspaceId, input.recordingIds ?? []),
    );
    const found = await this.retrieval.retrieve(
      question,
      { workspaceId, recordingIds: ids.length > 0 ? ids : null },
      { topK: input.topK ?? this.defaults.topK, threshold: input.threshold ?? this.defaults.threshold },
    );
    return found.map(({ recordingId, parts, body, startMs, endMs, score }) =>
      Object.assign(new ScoredPassage(), {
        recordingId,
        segmentIds: parts.map(({ segmentId }) => segmentId),
        text: body,
        startMs,
        endMs,
        score,
      }),
    );
  }

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording it is from; null when it is gone.',
  })
  recording(@Root() { recordingId }: ScoredPassage): Recording {
    return Recording.of(recordingId);
  }
}
